import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { errorStatusesExcept } from '../nodes/shared/credential/errorStatuses';
import { checkBaseUrl, checkTarget } from '../nodes/shared/request/url';

export class CorlegaApi implements ICredentialType {
	name = 'corlegaApi';

	displayName = 'Corlega API';

	icon = { light: 'file:../icons/corlega.svg', dark: 'file:../icons/corlega.dark.svg' } as const;

	documentationUrl = 'https://corlega.com/docs/api-reference';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. corlega_...',
			description:
				'From the Corlega dashboard: Organisatie > Instellingen > API-keys > Nieuwe key. It is shown only once.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.corlega.com/v1',
			placeholder: 'e.g. https://api.corlega.com/v1',
			description: 'Address of the API. Leave it as it is unless Corlega tells you otherwise.',
		},
	];

	async authenticate(
		{ apiKey, baseUrl }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		checkBaseUrl(baseUrl);
		checkTarget(request);
		const Authorization = `Bearer ${String(apiKey).trim()}`;
		return { ...request, headers: { ...request.headers, Authorization } };
	}

	// A key with few scopes is a good key: /me answers it with 403 insufficient_scope.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/me',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: errorStatusesExcept(403) },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Corlega does not know this API key: it may be mistyped, expired or revoked. Make a new one under Organisatie > Instellingen > API-keys.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Corlega API at this Base URL.' },
			},
		],
	};
}
