import { getSingle } from '../record/get.operation';

export const getOrganization = getSingle(
	'organization',
	'organization',
	'Get the settings of the organization that the API key belongs to',
);
