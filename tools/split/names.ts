import { type NodeServiceName, nodeServiceNames, services } from '../services';

/** Only in the package of all services. */
const WHOLE = /\bsandbox\b|\bthree (\w+ )?(services|nodes|packages)\b|\bnpm run\b/i;

export const servicesIn = (text: string): NodeServiceName[] =>
	nodeServiceNames.filter((name) => services[name].mention.test(text));

/** Whether a text is about something that this package does not have. */
export const concernsOthers = (text: string, service: NodeServiceName): boolean =>
	WHOLE.test(text) || servicesIn(text).some((name) => name !== service);
