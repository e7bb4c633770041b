export interface Companion {
	id: string;
	name: string;
	type: string;
	data: Record<string, string | number | boolean>;
}

/** The header that opens an example's webhook. */
export const webhookKey = {
	id: 'webhookKey000001',
	name: 'Webhook key',
	type: 'httpHeaderAuth',
	data: { name: 'X-Webhook-Key', value: 'sandbox-webhook-key' },
} satisfies Companion;
