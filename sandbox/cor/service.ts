import { makeCertificates, type Certificates } from '../certificates';
import type { Exchange } from '../exchange';
import type { Refusal } from '../refusal';
import type { Organisation } from '../seed/documentedOrganisations';
import { seedOrganisations, toDateTime } from '../seed/organisations';
import { SandboxService, type ServiceSettings } from '../server';
import { halJson, negotiate } from './negotiation';
import { corRoutes } from './routes';

export interface CorSettings extends ServiceSettings {
	/** 930 when absent, which makes the 31 pages of the document's example. */
	organisations?: number;
	/** Whether a client needs a certificate of the sandbox's authority; true when absent. */
	requireCertificate?: boolean;
	/** How long the client's certificate is valid; 365 when absent, 0 or less for an expired one. */
	clientValidDays?: number;
}

const basePath = '/registers/api/v1';

/** COR: the public register of government organisation numbers, over HTTPS. */
export class CorService extends SandboxService {
	/** In the order of the list; to be changed at will, relations in both directions. */
	readonly organisations: Organisation[];
	/** What `laatsteWijziging` tells; at first the latest change of an organisation. */
	lastChange: Date;
	/** Whether the headers with the totals of a list are sent. */
	totals = true;

	protected override contentType = halJson;

	private made: Certificates | undefined;
	private byOin = new Map<string, Organisation>();
	private readonly requireCertificate: boolean;
	private readonly clientValidDays: number | undefined;

	constructor(settings: CorSettings) {
		super([basePath], settings);
		this.requireCertificate = settings.requireCertificate ?? true;
		this.clientValidDays = settings.clientValidDays;
		this.organisations = seedOrganisations(settings.organisations ?? 930);
		this.lastChange = new Date(
			this.organisations.reduce((latest, { laatstAangepastDatum: changed }) => {
				return changed > latest ? changed : latest;
			}, '2009-12-10T23:00:00Z'),
		);
		// Method and headers come first, whatever the path.
		this.app.use(async (c, next) => {
			negotiate(c.env);
			await next();
		});
		this.app.route(basePath, corRoutes(this));
	}

	/** What a client connects with, made when the service starts. */
	get certificates(): Certificates {
		if (!this.made) throw new Error('The service has not been started.');
		return this.made;
	}

	/** Starts to listen; see `requireCertificate`. */
	override async listen(): Promise<void> {
		this.made = await makeCertificates(this.clientValidDays);
		const { ca, server } = this.made;
		await super.listen({
			cert: server.certificate,
			key: server.privateKey,
			ca,
			requestCert: this.requireCertificate,
			rejectUnauthorized: this.requireCertificate,
		});
	}

	/**
	 * Changes an organisation and dates the change, as the register would.
	 *
	 * @throws RangeError when there is no such organisation
	 */
	change(oin: string, fields: Partial<Organisation>, at = new Date()): void {
		const organisation = this.find(oin);
		if (!organisation) throw new RangeError(`There is no organisation ${oin}.`);
		Object.assign(organisation, fields, { laatstAangepastDatum: toDateTime(at) });
		this.lastChange = at;
	}

	/** The shape of an error is not documented: the sandbox's choice. */
	protected errorBody({ status, message }: Refusal): unknown {
		return { status, message };
	}

	protected override arrive(exchange: Exchange): void {
		const asked = exchange.entry.headers['accept-version'];
		exchange.addedHeaders = { 'X-API-Version': asked === '1.0' ? '1.0' : '1.1' };
	}

	/** Finds an organisation by its OIN. */
	find(oin: string): Organisation | undefined {
		if (this.byOin.size !== this.organisations.length) {
			this.byOin = new Map(this.organisations.map((one) => [one.oin, one]));
		}
		return this.byOin.get(oin);
	}
}
