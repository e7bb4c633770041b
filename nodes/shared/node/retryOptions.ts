import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkInteger } from '../input/check';
import { DEFAULT_RETRY_LIMITS, type RetryLimits } from '../request/retry';

const { attempts, budget } = DEFAULT_RETRY_LIMITS;
const seconds = budget / 1000;

/** Options of every operation: how long to go on when a service is busy or out of reach. */
export const retryOptions: INodeProperties[] = [
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
		description: 'How many seconds to go on trying a request, waits included',
	},
];

/** Reads the limits from an Options collection. @throws InputError where they are out of range */
export function readRetryLimits(options: IDataObject): RetryLimits {
	const { maxAttempts, maxRetryTime } = options;
	return {
		attempts:
			maxAttempts === undefined
				? attempts
				: checkInteger('Maximum Attempts', maxAttempts, { minimum: 1, maximum: 20 }),
		budget:
			maxRetryTime === undefined
				? budget
				: checkInteger('Maximum Retry Time', maxRetryTime, { minimum: 0, maximum: 3600 }) * 1000,
	};
}
