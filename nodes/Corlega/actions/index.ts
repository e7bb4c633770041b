import { apiKeyResource } from './apiKey';
import { contactResource } from './contact';
import { invoiceResource, quoteResource } from './document';
import { organizationResource } from './organization';

/** All that the Corlega node can do, in the order of its dropdown. */
export const resources = [
	apiKeyResource,
	contactResource,
	invoiceResource,
	organizationResource,
	quoteResource,
];
