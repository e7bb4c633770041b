/** A node of a workflow, as far as it matters here. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	/** `continueRegularOutput`, …; the run stops at an error when absent. */
	onError?: string;
	/** Of a webhook's trigger. */
	webhookId?: string;
}

/** A workflow as n8n exports it, as far as it matters here. */
export interface Workflow {
	id: string;
	name: string;
	active: boolean;
	nodes: WorkflowNode[];
	/**
	 * By the name of the node they start from; `main` has a list per output. Tools and models of an
	 * agent have none.
	 */
	connections: Record<string, { main?: Array<Array<{ node: string }> | null> }>;
	settings?: Record<string, unknown>;
}
