import type { NodeServiceName } from '../engine/services';

/** How a text names a service, its files included. */
const NAMES: Record<NodeServiceName, RegExp> = {
	corlega: /corlega/i,
	inboxify: /inboxify/i,
	cor: /\bCOR\b|\bcor-|\bOINs?\b|PKIoverheid|\bcorApi\b/,
};

/** What only the package of all services has. */
const TOGETHER = /\bsandbox\b|\bthree (\w+ )?(services|nodes|packages)\b|\bnpm run\b/i;

/** The services that a text names. */
export const servicesIn = (text: string): NodeServiceName[] =>
	(Object.keys(NAMES) as NodeServiceName[]).filter((name) => NAMES[name].test(text));

/** Whether a text speaks of something that the package of this service does not have. */
export const concernsOthers = (text: string, service: NodeServiceName): boolean =>
	TOGETHER.test(text) || servicesIn(text).some((name) => name !== service);
