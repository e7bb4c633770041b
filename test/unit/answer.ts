import type { Answer } from '../../nodes/shared/service/exchange';

/** An answer to a read. */
export const answerOf = (body: unknown, fields: Partial<Answer> = {}): Answer => ({
	status: 200,
	headers: {},
	body,
	repeated: false,
	repeatable: true,
	creates: false,
	...fields,
});
