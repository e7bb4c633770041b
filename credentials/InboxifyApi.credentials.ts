import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { signatureHeaders } from '../nodes/Inboxify/signature';
import { checkBaseUrl, checkTarget } from '../nodes/shared/request/url';

export class InboxifyApi implements ICredentialType {
	name = 'inboxifyApi';

	displayName = 'Inboxify API';

	icon = { light: 'file:../icons/inboxify.svg', dark: 'file:../icons/inboxify.dark.svg' } as const;

	documentationUrl = 'https://gitlab.com/inboxify/inboxify-api-php';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'Signature',
					value: 'signature',
					description: 'Signs every request; the secret key itself is never sent',
				},
				{
					name: 'Basic Auth',
					value: 'basic',
					description: 'Sends both keys with every request',
				},
			],
			default: 'signature',
			description: 'How requests prove who they are from',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The API-sleutel, from Inboxify under Mijn gegevens > Account > API-gegevens',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The geheime sleutel, from Inboxify under Mijn gegevens > Account > API-gegevens',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.inboxify.net',
			placeholder: 'e.g. https://api.inboxify.net',
			description: 'Address of the API. Leave it as it is unless Inboxify tells you otherwise.',
		},
	];

	// Called for every request that leaves, so also each retry has a salt of its own.
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		checkBaseUrl(credentials.baseUrl);
		checkTarget(request);
		const apiKey = String(credentials.apiKey).trim();
		const secretKey = String(credentials.secretKey).trim();
		const headers =
			credentials.authentication === 'basic'
				? { Authorization: `Basic ${Buffer.from(`${apiKey}:${secretKey}`).toString('base64')}` }
				: signatureHeaders(apiKey, secretKey);
		return { ...request, headers: { ...request.headers, ...headers } };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/lists',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Inboxify does not accept these keys. Check both under Mijn gegevens > Account > API-gegevens.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Inboxify API at this Base URL.' },
			},
		],
	};
}
