import type { Sandbox } from '../../../sandbox';

/** A credential as n8n imports it. */
export interface Credential {
	id: string;
	name: string;
	type: string;
	data: Record<string, string>;
}

/** Credentials for the sandbox, under the ids that the examples refer to. */
export function sandboxCredentials({ corlega, inboxify, cor, openai }: Sandbox): Credential[] {
	const { ca, client } = cor.certificates;
	return [
		{
			id: 'corlegaAccount01',
			name: 'Corlega account',
			type: 'corlegaApi',
			data: { apiKey: corlega.keys.full, baseUrl: corlega.url },
		},
		{
			id: 'inboxifyAccount1',
			name: 'Inboxify account',
			type: 'inboxifyApi',
			data: {
				authentication: 'signature',
				apiKey: inboxify.apiKey,
				secretKey: inboxify.secretKey,
				baseUrl: inboxify.url,
			},
		},
		{
			id: 'corAccount000001',
			name: 'COR (OIN Register) account',
			type: 'corApi',
			data: {
				environment: 'custom',
				baseUrl: cor.url,
				apiVersion: '1.1',
				certificateFormat: 'pem',
				certificate: client.certificate,
				privateKey: client.privateKey,
				ca,
			},
		},
		{
			id: 'openAiAccount001',
			name: 'OpenAI account',
			type: 'openAiApi',
			data: { apiKey: openai.apiKey, url: openai.url },
		},
	];
}
