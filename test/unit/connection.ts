import type { IDataObject } from 'n8n-workflow';

import { type Connection, RunStatistics } from '../../nodes/shared/http/connection';
import { Limiter } from '../../nodes/shared/rateLimit/limiter';
import type { Service } from '../../nodes/shared/service/service';

/** What a request is to get: an answer, or a connection that fails. */
export type PlannedAnswer = { status?: number; body?: unknown; headers?: IDataObject } | Error;

/** A connection to a service that has a list of numbers, and answers as a test wants. */
export function serve(answers: PlannedAnswer[]) {
	const sent: IDataObject[] = [];
	const service: Service = {
		name: 'Test',
		credential: 'testApi',
		baseUrl: () => 'https://x.nl',
		secrets: () => [],
		concurrency: 1,
		limitKey: () => '',
		readError: () => ({}),
		advice: {},
		paging: {
			maximum: 2,
			emptyStatus: 404,
			query: ({ number, offset }) => ({ number, offset }),
			read: ({ body, headers }) => ({
				entries: (body as number[]).map((id) => ({ id })),
				total: headers.total as number | undefined,
				hasMore: headers.more as boolean | undefined,
			}),
			identify: ({ id }) => String(id),
		},
	};
	const context = {
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IDataObject) {
				sent.push(options);
				const answer = answers.shift();
				if (answer === undefined) throw new Error('one request too many');
				if (answer instanceof Error) throw answer;
				const { status = 200, body = [], headers = {} } = answer;
				return { statusCode: status, body, headers };
			},
		},
	};
	const connection = {
		context,
		service,
		credentials: {},
		baseUrl: 'https://x.nl',
		key: 'key',
		redact: (text: string) => text,
		statistics: new RunStatistics(),
		acquire: async () => await new Limiter().acquire({}),
	} as unknown as Connection;
	return { connection, sent };
}
