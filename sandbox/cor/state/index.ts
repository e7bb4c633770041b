import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../../http/serviceState';
import type { Certificates } from './certificates';
import { dutchMidnight, toDateTime, type Organisation } from './organisation';
import { seedOrganisations } from './seed';

/**
 * `document`: dates are days, and names of fields are those of the document. `today`: KVKNummer, and
 * some changes with their time of day, as in Logius' example of 2026.
 */
export type Spelling = 'document' | 'today';

export interface CorSettings extends ServiceSettings {
	/** 930 when absent, which makes the 31 pages of the document's example. */
	organisations?: number;
	/** Whether a client needs a certificate of the sandbox's authority; true when absent. */
	requireCertificate?: boolean;
	/** How long the client's certificate is valid; 365 when absent, 0 or less for an expired one. */
	clientValidDays?: number;
}

/** COR: the public register of government organisation numbers. */
export class CorState extends ServiceState {
	readonly title = 'COR';
	readonly imitates = 'https://portaal.digikoppeling.nl/registers/api/v1';

	/** Today's address, without a client certificate; the document's is `url`. */
	todayUrl = '';
	/** Wanted at today's address in the header `apikey`, unless `requireApiKey` is false. */
	readonly apiKey = 'sandbox-oin-register-key';
	requireApiKey = true;

	/** In the order of the list. Change relations in both directions. */
	readonly organisations: Organisation[];
	/** At first the latest change of an organisation. */
	lastChange: Date;
	/** How answers are spelt at the document's address. */
	spelling: Spelling = 'document';
	/** Whether list headers with totals are sent. */
	totals = true;

	constructor(
		settings: CorSettings,
		readonly certificates: Certificates,
	) {
		super(settings);
		this.organisations = seedOrganisations(settings.organisations ?? 930);
		const changes = this.organisations.map(({ laatstAangepastDatum }) => laatstAangepastDatum);
		this.lastChange = new Date(changes.sort().at(-1) ?? '2009-12-10T23:00:00Z');
	}

	get credential(): SandboxCredential {
		const { ca, client } = this.certificates;
		return {
			id: 'corAccount000001',
			name: 'COR (OIN Register) account',
			type: 'corApi',
			data: {
				environment: 'custom',
				baseUrl: this.url,
				apiVersion: '1.1',
				certificateFormat: 'pem',
				certificate: client.certificate,
				privateKey: client.privateKey,
				ca,
			},
		};
	}

	/** The same register at today's address, with an API key in place of a certificate. */
	get todayCredential(): SandboxCredential {
		const { id, name, type } = this.credential;
		const { ca } = this.certificates;
		const data = {
			environment: 'custom',
			baseUrl: this.todayUrl,
			apiKey: this.apiKey,
			certificateFormat: 'none',
			ca,
		};
		return { id, name, type, data };
	}

	describe(): Detail[] {
		const { ca, client, encryptedClient, pfx, unknownClient } = this.certificates;
		const { certificate, privateKey } = unknownClient;
		const encryptedKey = encryptedClient.privateKey;
		return [
			{ label: 'Register', value: `${this.organisations.length} organisations` },
			{ label: 'With an API key', value: this.todayUrl },
			{ label: 'API key', value: this.apiKey },
			{ label: 'Authority', value: ca, file: 'ca.pem' },
			{ label: 'Certificate', value: client.certificate, file: 'client.pem' },
			{ label: 'Private key', value: client.privateKey, file: 'client-key.pem' },
			{ label: 'Encrypted key', value: encryptedKey, file: 'client-key-encrypted.pem' },
			{ label: '', value: `passphrase ${encryptedClient.passphrase}` },
			{ label: 'PKCS#12, base64', value: pfx.pfx, file: 'client.pfx.txt' },
			{ label: '', value: `passphrase ${pfx.passphrase}` },
			{ label: 'Unknown client', value: certificate, file: 'unknown-client.pem' },
			{ label: '', value: privateKey, file: 'unknown-client-key.pem' },
			{ label: 'Certificate', value: client.certificate },
			{ label: 'Private key', value: client.privateKey },
			{ label: 'Authority (CA)', value: ca },
		];
	}

	/** Changes an organisation, and dates the change. */
	change(oin: string, fields: Partial<Organisation>, at = new Date()): void {
		const organisation = this.find(oin);
		if (!organisation) throw new RangeError(`There is no organisation ${oin}.`);
		organisation.laatstAangepastDatum = toDateTime(dutchMidnight(at));
		organisation.aangepastOp = toDateTime(at);
		Object.assign(organisation, fields);
		this.lastChange = at;
	}

	find(oin: string): Organisation | undefined {
		return this.organisations.find((organisation) => organisation.oin === oin);
	}
}
