import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/Cor/credential';

// On its own, because it must not be masked: n8n blanks masked fields when a credential is opened
// again, and this one decides which of the others are shown.
const certificateFormat: INodeProperties = {
	displayName: 'Certificate Format',
	name: 'certificateFormat',
	type: 'options',
	options: [
		{ name: 'PEM', value: 'pem', description: 'Certificate and private key as text' },
		{ name: 'PKCS#12', value: 'pfx', description: 'A .pfx or .p12 file, as base64 text' },
		{ name: 'None', value: 'none', description: 'No client certificate' },
	],
	default: 'pem',
	description: 'Format of your PKIoverheid certificate. A certificate needs n8n 2.20 or later.',
};

const pfx: INodeProperties = {
	displayName: 'PKCS#12 File (Base64)',
	name: 'pfx',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	displayOptions: { show: { certificateFormat: ['pfx'] } },
	description: 'Content of the .pfx or .p12 file as base64 text',
};

export class CorApi implements ICredentialType {
	name = 'corApi';

	displayName = 'COR (OIN Register) API';

	icon = { light: 'file:../icons/cor.svg', dark: 'file:../icons/cor.dark.svg' } as const;

	documentationUrl =
		'https://github.com/example-organisation/n8n-nodes-dutch-business/blob/main/docs/cor.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Production',
					value: 'production',
					description:
						'At portaal.digikoppeling.nl, the address in the older documents of the register',
				},
				{
					name: 'Production (oinregister.logius.nl)',
					value: 'oinRegister',
					description: "The address in Logius' documents since 2026",
				},
				{ name: 'Preproduction', value: 'preproduction' },
				{ name: 'Acceptance', value: 'acceptance' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description: 'Which register to use',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://portaal.digikoppeling.nl/registers/api/v1',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Address of the API, with its version at the end',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Your key for the register, if it gave you one. It is sent in the header <code>apikey</code>. With a key, and at oinregister.logius.nl, a certificate is optional.',
		},
		certificateFormat,
		{
			displayName: 'Certificate',
			name: 'certificate',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: '-----BEGIN CERTIFICATE-----',
			displayOptions: { show: { certificateFormat: ['pem'] } },
			description:
				'Your certificate as PEM text, followed by those of its issuers if there are any',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: '-----BEGIN PRIVATE KEY-----',
			displayOptions: { show: { certificateFormat: ['pem'] } },
			description: 'The key of the certificate as PEM text',
		},
		pfx,
		{
			displayName: 'Passphrase',
			name: 'passphrase',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { certificateFormat: ['pem', 'pfx'] } },
			description: 'What the key or the file is encrypted with, if it is',
		},
		{
			displayName: 'CA Certificates',
			name: 'ca',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: '-----BEGIN CERTIFICATE-----',
			description:
				'Certificates of the issuers that n8n must trust, as PEM text. Only needed if n8n reports that it does not trust the server.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: [
				{ name: '1.1', value: '1.1' },
				{ name: '1.0', value: '1.0' },
			],
			default: '1.1',
			description: 'Version of the API to use; 1.0 returns no links',
		},
	];

	// Tested by the nodes (`testedBy`).
	// A property, not a method: else n8n's HTTP Request node would not offer the credential.
	authenticate = authenticate;
}
