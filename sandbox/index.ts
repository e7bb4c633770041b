import { CorService, type CorSettings } from './cor/service';
import { CorlegaService, type CorlegaSettings } from './corlega/service';
import { InboxifyService, type InboxifySettings } from './inboxify/service';
import { OpenAiService } from './openai/service';
import type { ServiceSettings } from './server';

export type { Certificates, CertificateAndKey } from './certificates';
export type { CorService } from './cor/service';
export type { CorlegaKeys, CorlegaService } from './corlega/service';
export type { Fault } from './faults';
export type { FailureShape } from './inboxify/bulkRoutes';
export type { Contact } from './inboxify/contact';
export type { ContactList } from './inboxify/contactList';
export type { InboxifyService } from './inboxify/service';
export type { OpenAiService } from './openai/service';
export type { RateLimit } from './rateLimit';
export type { LoggedRequest } from './requestLog';
export type { Organisation } from './seed/documentedOrganisations';
export type { Service } from './server';

export interface SandboxOptions {
	/** Milliseconds before every answer; 0 when absent. Per service: `sandbox.cor.latency`. */
	latency?: number;
	corlega?: Omit<CorlegaSettings, keyof ServiceSettings> & { port?: number };
	inboxify?: Omit<InboxifySettings, keyof ServiceSettings> & { port?: number };
	cor?: Omit<CorSettings, keyof ServiceSettings> & { port?: number };
	openai?: { port?: number };
}

/** The three services and a stand-in for OpenAI, each on a port of its own on 127.0.0.1. */
export interface Sandbox {
	/** `url` ends in `/v1`; the legacy base `/api/v1` is there too. */
	corlega: CorlegaService;
	/** `url` has no path. */
	inboxify: InboxifyService;
	/** `url` ends in `/registers/api/v1`, over HTTPS. */
	cor: CorService;
	/** `url` ends in `/v1`. */
	openai: OpenAiService;
	/** Ends all connections and leaves nothing behind. */
	close(): Promise<void>;
}

/** Starts the services with the same seeded data every time. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { latency } = options;
	const corlega = new CorlegaService({ ...options.corlega, latency });
	const inboxify = new InboxifyService({ ...options.inboxify, latency });
	const cor = new CorService({ ...options.cor, latency });
	const openai = new OpenAiService({ ...options.openai, latency });
	const services = [corlega, inboxify, cor, openai];
	const close = async () => {
		await Promise.all(services.map((service) => service.close()));
	};
	try {
		for (const service of services) await service.listen();
	} catch (error) {
		await close();
		throw error;
	}
	return { corlega, inboxify, cor, openai, close };
}
