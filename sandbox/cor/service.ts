import { send, type Exchange, type SandboxContext } from '../exchange';
import { makeCertificates, type Certificates } from '../certificates';
import { Refusal } from '../refusal';
import { seedOrganisations, toDateTime, type Organisation } from '../seed/organisations';
import { SandboxService, type ServiceSettings } from '../server';
import { checkParametersOfOne, expandOf, filtersOf, pageOf } from './filters';
import { links, pageLinks, written, type View } from './hal';
import { halJson, negotiate, type ApiVersion } from './negotiation';

export interface CorSettings extends ServiceSettings {
	/** 930 when absent, which makes the 31 pages of the document's example. */
	organisations?: number;
	/** Whether a client needs a certificate of the sandbox's authority; true when absent. */
	requireCertificate?: boolean;
	/** How long the client's certificate is valid; 365 when absent, 0 or less for an expired one. */
	clientValidDays?: number;
}

const pageSize = 30;
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
		this.routes();
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

	private routes(): void {
		this.app.use(async (c, next) => {
			negotiate(c.env);
			await next();
		});
		this.app.get(`${basePath}/organisaties`, (c) => this.answerList(c));
		this.app.get(`${basePath}/organisaties/:oin`, (c) => this.answerOne(c));
		this.app.get(`${basePath}/laatsteWijziging`, (c) => this.answerLastChange(c));
	}

	private answerList(c: SandboxContext): Response {
		const { query } = c.env.entry;
		const version = negotiate(c.env);
		const view = this.view(version, expandOf(query));
		const page = pageOf(query);
		const tests = filtersOf(query);

		const found = tests.length
			? this.organisations.filter((organisation) => tests.every((test) => test(organisation)))
			: this.organisations;
		const total = found.length;
		const pages = Math.ceil(total / pageSize);
		// Without results 404, by the document; past the end too, which api-facts holds possible.
		if (page > pages) throw new Refusal(404, 'No organisations were found.');

		const href = (number: number) => this.href('/organisaties', { ...query, pagina: `${number}` });
		const body = {
			...pageLinks(view.hal, page, pages, href),
			organisaties: found
				.slice((page - 1) * pageSize, page * pageSize)
				.map((organisation) => written(organisation, view)),
		};
		const headers = {
			'X-Total-Count': `${total}`,
			'X-Pagination-Count': `${pages}`,
			'X-Pagination-Page': `${page}`,
			'X-Pagination-Limit': `${pageSize}`,
		};
		return this.answer(c, version, body, this.totals ? headers : undefined);
	}

	private answerOne(c: SandboxContext): Response {
		const { query, path } = c.env.entry;
		const version = negotiate(c.env);
		checkParametersOfOne(query);
		const view = this.view(version, expandOf(query));
		const organisation = this.find(c.req.param('oin') ?? '');
		if (!organisation) throw new Refusal(404, 'The organisation was not found.');
		return this.answer(c, version, {
			...links(view.hal, { self: this.href(path, query) }),
			organisaties: [written(organisation, view)],
		});
	}

	/** The document shows no answer: one field with the name of the path is our choice. */
	private answerLastChange(c: SandboxContext): Response {
		const version = negotiate(c.env);
		return this.answer(c, version, {
			...links(version === '1.1', { self: this.href('/laatsteWijziging', {}) }),
			laatsteWijziging: toDateTime(this.lastChange),
		});
	}

	/** As HAL+JSON, and as JSON in the version without HAL. */
	private answer(
		c: SandboxContext,
		version: ApiVersion,
		body: unknown,
		headers?: Record<string, string>,
	): Response {
		return send(c.env, {
			status: 200,
			text: JSON.stringify(body),
			contentType: version === '1.1' ? halJson : 'application/json',
			headers,
		});
	}

	private view(version: ApiVersion, expand: boolean): View {
		return {
			base: this.url,
			hal: version === '1.1',
			expand,
			find: (oin) => this.find(oin),
		};
	}

	private href(path: string, query: Record<string, string>): string {
		const search = new URLSearchParams(query).toString();
		return `${this.url}${path}${search ? `?${search}` : ''}`;
	}

	private find(oin: string): Organisation | undefined {
		if (this.byOin.size !== this.organisations.length) {
			this.byOin = new Map(this.organisations.map((one) => [one.oin, one]));
		}
		return this.byOin.get(oin);
	}
}
