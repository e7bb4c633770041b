import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/Inboxify/credential';

export class InboxifyApi implements ICredentialType {
	name = 'inboxifyApi';

	displayName = 'Inboxify API';

	icon = { light: 'file:../icons/inboxify.svg', dark: 'file:../icons/inboxify.dark.svg' } as const;

	documentationUrl =
		'https://github.com/example-organisation/n8n-nodes-dutch-business/blob/main/docs/inboxify.md#credentials';

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
				{ name: 'Basic Auth', value: 'basic', description: 'Sends both keys with every request' },
			],
			default: 'signature',
			description: 'How requests are authenticated',
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
			default: 'https://api.inboxify.nl',
			placeholder: 'e.g. https://api.inboxify.nl',
			description: 'Address of the API. Change it only if Inboxify tells you to.',
		},
	];

	// Tested by the nodes (`testedBy`).
	// A property, not a method: else n8n's HTTP Request node would not offer the credential.
	authenticate = authenticate;
}
