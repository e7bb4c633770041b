import { apiKeyResource } from './apiKey';
import { contactResource } from './contact';
import { invoiceResource } from './invoice';
import { organizationResource } from './organization';
import { quoteResource } from './quote';

/** All that the Corlega node can do, in the order of its dropdown. */
export const resources = [
	apiKeyResource,
	contactResource,
	invoiceResource,
	organizationResource,
	quoteResource,
];
