import { Hono } from 'hono';
import {
	Refusal,
	send,
	type Exchange,
	type SandboxContext,
	type SandboxEnv,
} from '../http/exchange';
import { trueOrFalse, wholeNumber, word } from '../http/query';
import type { InboxifyState } from './state';
import { fieldsOf, type Contact, type ContactFields } from './state/contact';
import type { ContactList } from './state/contactList';
import { isObject, problemOf, problemOfTags } from './state/rules';

const answer = (
	exchange: Exchange,
	status: number,
	body: unknown,
	headers?: Record<string, string>,
): Response => send(exchange, { status, body: JSON.stringify(body), headers });

/** Headers such as x-Total-Count, where the service sends them. */
const totalsHeaders = ({ totals }: InboxifyState, counts: Record<string, number>) =>
	totals
		? Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`]))
		: undefined;

/** The list in the path. @throws Refusal 404 */
function listOf(state: InboxifyState, c: SandboxContext): ContactList {
	const identifier = c.req.param('list') ?? '';
	const list = state.findList(identifier);
	if (!list) throw new Refusal(404, `There is no list ${identifier}`);
	return list;
}

/** The contact in the path. @throws Refusal 404 */
function contactOf(state: InboxifyState, c: SandboxContext): Contact {
	const identifier = c.req.param('id') ?? '';
	const contact = listOf(state, c).find(identifier);
	if (!contact) throw new Refusal(404, `There is no contact ${identifier}`);
	return contact;
}

export const listRoutes = (state: InboxifyState): Hono<SandboxEnv> =>
	new Hono<SandboxEnv>().get('/lists', (c) => {
		const lists = state.lists.rows.map(({ id, name }) => ({ id, list: name }));
		return answer(c.env, 200, lists);
	});

/** List, read, create, change and delete single contacts. */
export const contactRoutes = (state: InboxifyState): Hono<SandboxEnv> =>
	new Hono<SandboxEnv>()
		.get('/:list', (c) => {
			const { query } = c.env.entry;
			const { rows } = listOf(state, c).contacts;
			const offset = wholeNumber(query, 'offset', { absent: 0, min: 0 });
			const limit = wholeNumber(query, 'limit', { absent: 20, min: 1, max: 1000 });
			// The document doesn't say what sorts the list; here the order of registration.
			const descending = word(query, 'sort', ['ASC', 'DESC']) === 'DESC';
			const unsubscribed = trueOrFalse(query, 'unsubscribed');
			const found =
				unsubscribed === undefined
					? rows
					: rows.filter((contact) => contact.unsubscribed === unsubscribed);
			const sorted = descending ? found.toReversed() : found;
			const totals = totalsHeaders(state, { 'x-Total-Count': found.length });
			return answer(c.env, 200, sorted.slice(offset, offset + limit), totals);
		})
		.post('/:list', (c) => {
			const list = listOf(state, c);
			const fields = sentFields(c.env.entry.body);
			const { email } = fields;
			if (email === undefined) throw new Refusal(400, 'email is required');
			if (list.contacts.has(email)) {
				// The status is not documented.
				throw new Refusal(409, `${email} is already in ${list.name}`);
			}
			return answer(c.env, 201, list.add({ ...fields, email }));
		})
		.get('/:list/:id', (c) => answer(c.env, 200, contactOf(state, c)))
		.put('/:list/:id', (c) => {
			const list = listOf(state, c);
			const contact = contactOf(state, c);
			const fields = sentFields(c.env.entry.body);
			const subscribe = trueOrFalse(c.env.entry.query, 'subscribe');
			const namesake = fields.email === undefined ? contact : list.contacts.get(fields.email);
			if (namesake && namesake !== contact) {
				throw new Refusal(409, `${fields.email} is already in ${list.name}`);
			}
			list.change(contact, fields, state.confirmation);
			if (subscribe !== undefined) contact.unsubscribed = !subscribe;
			// The document gives only the status of the answer.
			return state.echo ? answer(c.env, 200, contact) : send(c.env, { status: 200 });
		})
		.delete('/:list/:id', (c) => {
			listOf(state, c).contacts.delete(contactOf(state, c).email);
			return send(c.env, { status: 204 });
		});

function sentFields(body: unknown): ContactFields {
	if (!isObject(body)) throw new Refusal(400, 'The body must be a contact');
	const problem = problemOf(body);
	if (problem) throw new Refusal(400, problem);
	return fieldsOf(body);
}

/** Read, add and remove the tags of a contact. */
export const tagRoutes = (state: InboxifyState): Hono<SandboxEnv> =>
	new Hono<SandboxEnv>()
		.get('/:list/:id/tags', (c) => answer(c.env, 200, contactOf(state, c).tags))
		.post('/:list/:id/tags', (c) => {
			const contact = contactOf(state, c);
			const { body } = c.env.entry;
			// The document says one tag, the official client sends an array: the array is accepted.
			const problem = problemOfTags(body);
			if (problem) throw new Refusal(400, problem);
			contact.tags = [...new Set([...contact.tags, ...(body as string[])])];
			// The document gives only the status of the answer.
			return state.echo ? answer(c.env, 201, contact.tags) : send(c.env, { status: 201 });
		})
		.delete('/:list/:id/tags/:tag', (c) => {
			const { tags } = contactOf(state, c);
			const index = tags.indexOf(c.req.param('tag'));
			// A tag that the contact does not have is not documented; here it is not found.
			if (index === -1) throw new Refusal(404, 'The contact does not have this tag');
			tags.splice(index, 1);
			return send(c.env, { status: 204 });
		});

type Sent = Record<string, unknown>;
/** Handles one contact that was sent; returns why it failed, or null. */
type Step = (list: ContactList, email: string, sent: Sent) => string | null;

const maxContacts = 1000;

/** Insert, delete and unsubscribe up to 1,000 contacts at once. */
export function bulkRoutes(state: InboxifyState): Hono<SandboxEnv> {
	const bulk = (c: SandboxContext, step: Step): Response => {
		const list = listOf(state, c);
		const { body } = c.env.entry;
		if (!Array.isArray(body)) throw new Refusal(400, 'The body must be an array of contacts');
		if (body.length > maxContacts) throw new Refusal(400, `More than ${maxContacts} contacts`);
		const failures: unknown[] = [];
		for (const sent of body as unknown[]) {
			const email = isObject(sent) && typeof sent.email === 'string' ? sent.email : '';
			const problem = email ? step(list, email, sent as Sent) : 'email is required';
			if (problem) failures.push(shapes[state.failureShape](email, problem));
		}
		const totals = totalsHeaders(state, {
			'x-Total-Count': body.length,
			'x-Total-Fail': failures.length,
			'x-Total-Success': body.length - failures.length,
		});
		return answer(c.env, 200, failures, totals);
	};

	return new Hono<SandboxEnv>()
		.post('/:list/bulk-insert', (c) => {
			const overwrite = trueOrFalse(c.env.entry.query, 'overwrite');
			return bulk(c, (list, email, sent) => {
				const problem = problemOf(sent);
				if (problem) return problem;
				const present = list.contacts.get(email);
				if (present && !overwrite) return 'The contact already exists';
				if (present) list.overwrite(present, fieldsOf(sent));
				else list.add({ ...fieldsOf(sent), email });
				return null;
			});
		})
		.post('/:list/bulk-delete', (c) => {
			const unsubscribe = trueOrFalse(c.env.entry.query, 'unsubscribe');
			return bulk(c, (list, email) => {
				if (!list.contacts.delete(email)) return 'The contact does not exist';
				if (unsubscribe) list.unsubscribedAddresses.add(email.toLowerCase());
				return null;
			});
		})
		.post('/:list/bulk-unsubscribe', (c) =>
			bulk(c, (list, email) => {
				const contact = list.contacts.get(email);
				if (!contact) return 'The contact does not exist';
				contact.unsubscribed = true;
				return null;
			}),
		);
}

/** How a failed contact is listed; the document says 'a list with error messages'. */
const shapes = {
	object: (email: string, message: string) => ({ email, message }),
	string: (email: string, message: string) => `${email}: ${message}`,
	emailOnly: (email: string) => email,
	nested: (email: string, message: string) => ({ contact: { email }, error: { message } }),
};
