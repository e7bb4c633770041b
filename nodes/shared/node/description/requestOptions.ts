import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { DEFAULT_RETRY_LIMITS } from '../../http/retry';
import { checkInteger, isBlank } from '../../input/check';
import type { Service } from '../../service/service';
import type { RequestSettings } from '../../session/session';

const { attempts, budget, timeout } = DEFAULT_RETRY_LIMITS;
const seconds = budget / 1000;

/** Upper limit of Concurrency. */
const MOST_CONCURRENCY = 32;

/** Options of every operation. */
export const requestOptions = ({ name, concurrency }: Service): INodeProperties[] => [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_CONCURRENCY },
		default: concurrency,
		description: `How many requests to send to ${name} at the same time. 1 sends them one after another.`,
	},
	{
		displayName: 'Maximum Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 20 },
		default: attempts,
		description:
			'How often to send a request at most when the service is busy or unreachable. A create is repeated only if it was certainly not carried out.',
	},
	{
		displayName: 'Maximum Retry Time',
		name: 'maxRetryTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: seconds,
		description:
			"How many seconds to keep retrying a request, including waits. A pause of up to a minute for the key's rate limit does not count.",
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 300 },
		default: 60,
		description:
			'How many seconds to wait for the whole answer to a request. After that the connection counts as broken.',
	},
];

/** The settings of a request by default. */
export const defaultSettings = ({ concurrency }: Service): RequestSettings => ({
	...DEFAULT_RETRY_LIMITS,
	concurrency,
});

/** Reads the settings from an Options collection. @throws InputError for values out of range */
export function readRequestSettings(service: Service, options: IDataObject): RequestSettings {
	const read = (name: string, field: string, fallback: number, minimum: number, maximum: number) =>
		isBlank(options[name]) ? fallback : checkInteger(field, options[name], { minimum, maximum });
	return {
		attempts: read('maxAttempts', 'Maximum Attempts', attempts, 1, 20),
		budget: read('maxRetryTime', 'Maximum Retry Time', seconds, 0, 3600) * 1000,
		timeout: read('timeout', 'Timeout', timeout / 1000, 1, 300) * 1000,
		concurrency: read('concurrency', 'Concurrency', service.concurrency, 1, MOST_CONCURRENCY),
	};
}
