import { Hono } from 'hono';
import type { SandboxEnv } from '../../http/exchange';
import { trueOrFalse, wholeNumber, word } from '../../http/query';
import { Refusal } from '../../http/refusal';
import type { InboxifyState } from '../state';
import { fieldsOf, type Contact, type ContactFields } from '../state/contact';
import { isObject, problemOf } from '../state/rules';
import { answer, answerEmpty, totalsHeaders } from './answers';
import { contactOf, listOf } from './target';

const defaultLimit = 20;
const maxLimit = 1000;

/** List, read, create, change and delete single contacts. */
export function contactRoutes(state: InboxifyState): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>()
		.get('/:list', (c) => {
			const { query } = c.env.entry;
			const list = listOf(state, c);
			const offset = wholeNumber(query, 'offset', { absent: 0, min: 0 });
			const limit = wholeNumber(query, 'limit', { absent: defaultLimit, min: 1, max: maxLimit });
			// By what is sorted is not documented; here by order of registration.
			const descending = word(query, 'sort', ['ASC', 'DESC']) === 'DESC';
			const unsubscribed = trueOrFalse(query, 'unsubscribed');

			const { page, total } = pageOf(list.contacts.rows, {
				offset,
				limit,
				descending,
				unsubscribed,
			});
			return answer(c.env, 200, page, totalsHeaders(state, { 'x-Total-Count': total }));
		})
		.post('/:list', (c) => {
			const list = listOf(state, c);
			const fields = sentFields(c.env.entry.body);
			const { email } = fields;
			if (email === undefined) throw new Refusal(400, 'email is required');
			if (list.contacts.has(email)) {
				// The status of an address that is there already is not documented.
				throw new Refusal(state.duplicateStatus, `${email} is already in ${list.name}`);
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
				throw new Refusal(state.duplicateStatus, `${fields.email} is already in ${list.name}`);
			}
			list.change(contact, fields, state.confirmation);
			if (subscribe !== undefined) contact.unsubscribed = !subscribe;
			// What a change answers is not documented beyond its status.
			return state.echo ? answer(c.env, 200, contact) : answerEmpty(c.env, 200);
		})
		.delete('/:list/:id', (c) => {
			listOf(state, c).contacts.delete(contactOf(state, c).email);
			return answerEmpty(c.env, 204);
		});
}

interface Wanted {
	offset: number;
	limit: number;
	descending: boolean;
	/** Absent: unsubscribed and others alike. */
	unsubscribed?: boolean;
}

/** One page, and how many rows there are on all pages. */
function pageOf(rows: readonly Contact[], wanted: Wanted): { page: Contact[]; total: number } {
	const { offset, limit, descending, unsubscribed } = wanted;
	const count = rows.length;
	if (unsubscribed === undefined && !descending) {
		return { page: rows.slice(offset, offset + limit), total: count };
	}
	const page: Contact[] = [];
	let total = 0;
	for (let index = 0; index < count; index++) {
		const contact = rows[descending ? count - 1 - index : index];
		if (unsubscribed !== undefined && contact.unsubscribed !== unsubscribed) continue;
		if (total >= offset && page.length < limit) page.push(contact);
		total++;
	}
	return { page, total };
}

function sentFields(body: unknown): ContactFields {
	if (!isObject(body)) throw new Refusal(400, 'The body must be a contact');
	const problem = problemOf(body);
	if (problem) throw new Refusal(400, problem);
	return fieldsOf(body);
}
