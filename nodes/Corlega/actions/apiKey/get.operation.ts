import { getSingle } from '../record/get.operation';

export const getApiKey = getSingle(
	'API key',
	'me',
	'Get the scopes of your API key and the ID of its organization',
);
