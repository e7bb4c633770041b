import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { DEFAULT_RETRY_LIMITS } from '../../http/retry';
import { checkInteger, isBlank } from '../../input/check';
import type { Service } from '../../service/service';
import type { RequestSettings } from '../../session/session';

const { attempts, budget, timeout } = DEFAULT_RETRY_LIMITS;
const seconds = budget / 1000;

/** Most requests that a user may have in flight at the same time. */
const MOST_CONCURRENCY = 32;

/** Options of every operation: how many requests at once, and how long to go on trying. */
export const requestOptions = ({ name, concurrency }: Service): INodeProperties[] => [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_CONCURRENCY },
		default: concurrency,
		description: `How many requests to ${name} may be under way at the same time. 1 sends them strictly one after another.`,
	},
	{
		displayName: 'Maximum Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 20 },
		default: attempts,
		description:
			'How often a request is sent at most when the service is busy or out of reach. A create is sent again only if it was surely not carried out.',
	},
	{
		displayName: 'Maximum Retry Time',
		name: 'maxRetryTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: seconds,
		description:
			'How many seconds to go on trying a request, waits included. A pause of up to a minute for the limit of the key is not counted.',
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

/** The settings that hold where the user chose nothing. */
export const defaultSettings = ({ concurrency }: Service): RequestSettings => ({
	...DEFAULT_RETRY_LIMITS,
	concurrency,
});

/** Reads the settings from an Options collection. @throws InputError where they are out of range */
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
