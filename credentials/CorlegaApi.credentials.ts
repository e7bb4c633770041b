import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/Corlega/credential';

export class CorlegaApi implements ICredentialType {
	name = 'corlegaApi';

	displayName = 'Corlega API';

	icon = { light: 'file:../icons/corlega.svg', dark: 'file:../icons/corlega.dark.svg' } as const;

	documentationUrl =
		'https://github.com/example-organisation/n8n-nodes-dutch-business/blob/main/docs/corlega.md#credentials';

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
				'Create it in the Corlega dashboard, under Organisatie > Instellingen > API-keys > Nieuwe key. Corlega shows the key only once.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.corlega.com/v1',
			placeholder: 'e.g. https://api.corlega.com/v1',
			description: 'Address of the API. Change it only if Corlega tells you to.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 120,
			description:
				'How many requests a minute n8n may send with this key. Corlega allows 120 requests a minute per key. Enter a lower number if other programs use the key too.',
		},
	];

	// Tested by the nodes (`testedBy`): a declared test can't tell a key with few scopes from a wrong one.
	// A property, not a method: else n8n's HTTP Request node would not offer the credential.
	authenticate = authenticate;
}
