import type { IDataObject } from 'n8n-workflow';

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	/** The run stops at an error when absent. */
	onError?: string;
	/** Of a webhook. */
	webhookId?: string;
}

export interface Workflow {
	id: string;
	name: string;
	active: boolean;
	nodes: WorkflowNode[];
	/** By the source node; `main` has a list per output. An agent's tools and models have none. */
	connections: Record<string, { main?: Array<Array<{ node: string }> | null> }>;
	settings?: Record<string, unknown>;
	/** By node, output that it has without running. */
	pinData?: Record<string, Array<{ json: IDataObject }>>;
}
