import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { DEFAULT_RETRY_LIMITS } from '../../http/retry';
import type { Service } from '../../service/service';
import type { RequestSettings } from '../../session/session';
import { readOption } from './fields';

const defaultAttempts = DEFAULT_RETRY_LIMITS.attempts;
const defaultSeconds = DEFAULT_RETRY_LIMITS.budget / 1000;

/** Options of every operation. */
export const requestOptions = ({ name, concurrency }: Service): INodeProperties[] => [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 32 },
		default: concurrency,
		description: `How many requests to send to ${name} at the same time. 1 sends them one after another.`,
	},
	{
		displayName: 'Maximum Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 20 },
		default: defaultAttempts,
		description:
			'Maximum number of times to send a request if the service is busy or unreachable. A request to create a record is sent again only if the first one was certainly not processed.',
	},
	{
		displayName: 'Maximum Retry Time',
		name: 'maxRetryTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: defaultSeconds,
		description:
			'How many seconds to keep retrying a request. Waits of up to a minute for the rate limit do not count.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 300 },
		default: 60,
		description:
			'How many seconds to wait for the complete response. After that, the request fails or is retried.',
	},
];

export const defaultSettings = ({ concurrency }: Service): RequestSettings => ({
	...DEFAULT_RETRY_LIMITS,
	concurrency,
});

/** Reads the settings from an Options collection. @throws InputError for values out of range */
export function readRequestSettings(service: Service, options: IDataObject): RequestSettings {
	const [concurrency, attempts, seconds, timeout] = requestOptions(service).map(
		(field) => readOption(field, options[field.name]) as number,
	);
	return { concurrency, attempts, budget: seconds * 1000, timeout: timeout * 1000 };
}
