import { getSingle } from '../record/get.operation';

export const getApiKey = getSingle(
	'API key',
	'me',
	'Get the scopes and the organization of the API key in use',
);
