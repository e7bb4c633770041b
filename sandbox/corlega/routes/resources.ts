import { Hono } from 'hono';
import type { SandboxContext, SandboxEnv } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { ApiKeys } from '../state/keys';
import type { Resource, Row } from '../state/records';
import { answer, answerPage, needs } from './answers';
import { fieldsOf } from './body';

/** List, read, create and change: the four operations every documented resource has. */
export function resourceRoutes(resource: Resource, keys: ApiKeys): Hono<SandboxEnv> {
	const { name, rows } = resource;
	const read = needs(keys, `${name}.read`);
	const write = needs(keys, `${name}.write`);

	function rowOf(c: SandboxContext): Row {
		const row = rows.get(c.req.param('id') ?? '');
		if (!row) throw new Refusal(404, `No such ${name.slice(0, -1)}.`);
		return row;
	}

	return new Hono<SandboxEnv>()
		.get('/', read, (c) => answerPage(c, rows.rows))
		.get('/:id', read, (c) => answer(c, 200, rowOf(c)))
		.post('/', write, (c) => {
			const row = resource.create(fieldsOf(c.env));
			rows.set(row.id, row);
			return answer(c, 201, row);
		})
		.patch('/:id', write, (c) => {
			const row = rowOf(c);
			const fields = fieldsOf(c.env);
			resource.checkChange(row, fields);
			rows.change(row, fields);
			return answer(c, 200, row);
		});
}
