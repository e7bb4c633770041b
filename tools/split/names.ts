import { type NodeServiceName, nodeServiceNames, services } from '../services';

/** What only the package of all services has. */
const WHOLE = /\bsandbox\b|\bthree (\w+ )?(services|nodes|packages)\b|\bnpm run\b/i;

/** The services that a text names. */
export const servicesIn = (text: string): NodeServiceName[] =>
	nodeServiceNames.filter((name) => services[name].mention.test(text));

/** Whether a text is about something that the package of this service does not have. */
export const concernsOthers = (text: string, service: NodeServiceName): boolean =>
	WHOLE.test(text) || servicesIn(text).some((name) => name !== service);
