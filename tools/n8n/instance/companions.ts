/** A credential of n8n's own, beside those of the services. */
export interface Companion {
	/** The id that the examples refer to. */
	id: string;
	name: string;
	/** Name of the credential type, e.g. `smtp`. */
	type: string;
	data: Record<string, string | number | boolean>;
}

/** The header by which an example's webhook knows who calls. */
export const webhookKey = {
	id: 'webhookKey000001',
	name: 'Webhook key',
	type: 'httpHeaderAuth',
	data: { name: 'X-Webhook-Key', value: 'sandbox-webhook-key' },
} satisfies Companion;
