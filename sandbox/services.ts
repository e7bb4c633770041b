import { startCor } from './cor/service';
import { startCorlega } from './corlega/service';
import type { RunningService } from './http/server';
import { startInboxify } from './inboxify/service';
import { startOpenAi } from './openai/service';

/** The services that this package has nodes for. Add another one here. */
const imitations = {
	/** `url` ends in `/v1`; the legacy base `/api/v1` is there too. */
	corlega: startCorlega,
	/** `url` has no path. */
	inboxify: startInboxify,
	/** `url` ends in `/registers/api/v1`, over HTTPS. */
	cor: startCor,
};

const services = {
	...imitations,
	/** `url` ends in `/v1`. */
	openai: startOpenAi,
};

type Services = typeof services;

export type NodeServiceName = keyof typeof imitations;
export const nodeServiceNames = Object.keys(imitations) as NodeServiceName[];

/** In the order in which they are started. */
export type ServiceName = keyof Services;
export const serviceNames = Object.keys(services) as ServiceName[];

export type SettingsOf<Name extends ServiceName> = Parameters<Services[Name]>[0];

export type StateOf<Name extends ServiceName> = Awaited<ReturnType<Services[Name]>>['state'];

type Start<Name extends ServiceName> = (
	settings: SettingsOf<Name>,
) => Promise<RunningService<StateOf<Name>>>;

export async function startService<Name extends ServiceName>(
	name: Name,
	settings: SettingsOf<Name>,
): Promise<RunningService<StateOf<Name>>> {
	return await (services[name] as Start<Name>)(settings);
}
