import { Hono } from 'hono';
import type { SandboxEnv } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { InboxifyState } from '../state';
import { problemOfTags } from '../state/rules';
import { answer, answerEmpty } from './answers';
import { contactOf } from './target';

/** Read, add and remove the tags of a contact. */
export function tagRoutes(state: InboxifyState): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>()
		.get('/:list/:id/tags', (c) => answer(c.env, 200, contactOf(state, c).tags))
		.post('/:list/:id/tags', (c) => {
			const contact = contactOf(state, c);
			const { body } = c.env.entry;
			// The document says one tag, the official client sends an array: the array is taken.
			const problem = problemOfTags(body);
			if (problem) throw new Refusal(400, problem);
			contact.tags = [...new Set([...contact.tags, ...(body as string[])])];
			// What is answered is not documented beyond the status; here the tags as they are now.
			return state.echo ? answer(c.env, 201, contact.tags) : answerEmpty(c.env, 201);
		})
		.delete('/:list/:id/tags/:tag', (c) => {
			const contact = contactOf(state, c);
			const index = contact.tags.indexOf(c.req.param('tag'));
			// A tag that the contact does not have is not documented; here it does not exist.
			if (index === -1) throw new Refusal(404, 'The contact does not have this tag');
			contact.tags.splice(index, 1);
			return answerEmpty(c.env, 204);
		});
}
