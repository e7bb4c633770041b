import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/Pelikaan/credential';

export class PelikaanApi implements ICredentialType {
	name = 'pelikaanApi';

	displayName = 'Pelikaan API';

	icon = {
		light: 'file:../nodes/Pelikaan/pelikaan.svg',
		dark: 'file:../nodes/Pelikaan/pelikaan.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/example-organisation/n8n-nodes-dutch-business/blob/main/docs/pelikaan.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.pelikaan.example',
		},
	];

	authenticate = authenticate;
}
