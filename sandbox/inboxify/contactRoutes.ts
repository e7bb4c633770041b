import { Hono } from 'hono';
import type { SandboxEnv } from '../exchange';
import { wholeNumber, word } from '../query';
import { Refusal } from '../refusal';
import { answer, answerEmpty } from './answers';
import { fieldsOf, type Contact, type ContactFields } from './contact';
import { isObject, problemOf } from './rules';
import type { InboxifyService } from './service';

const defaultLimit = 20;
const maxLimit = 1000;
const trueOrFalse = ['True', 'False'] as const;

/** List, read, create, change and delete single contacts. */
export function contactRoutes(service: InboxifyService): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>()
		.get('/:list', (c) => {
			const { query } = c.env.entry;
			const list = service.listOf(c);
			const offset = wholeNumber(query, 'offset', { absent: 0, min: 0 });
			const limit = wholeNumber(query, 'limit', { absent: defaultLimit, min: 1, max: maxLimit });
			// By what is sorted is not documented; here by order of registration.
			const descending = word(query, 'sort', ['ASC', 'DESC']) === 'DESC';
			const unsubscribed = word(query, 'unsubscribed', trueOrFalse);

			const { page, total } = pageOf(list.contacts.rows, {
				offset,
				limit,
				descending,
				unsubscribed: unsubscribed && unsubscribed === 'True',
			});
			return answer(c.env, 200, page, service.totalsHeaders({ 'x-Total-Count': total }));
		})
		.post('/:list', (c) => {
			const list = service.listOf(c);
			const fields = sentFields(c.env.entry.body);
			const { email } = fields;
			if (email === undefined) throw new Refusal(400, 'email is required');
			if (list.contacts.has(email)) {
				// The status of an address that is there already is not documented.
				throw new Refusal(service.duplicateStatus, `${email} is already in ${list.name}`);
			}
			return answer(c.env, 201, list.add({ ...fields, email }));
		})
		.get('/:list/:id', (c) => answer(c.env, 200, service.contactOf(c)))
		.put('/:list/:id', (c) => {
			const list = service.listOf(c);
			const contact = service.contactOf(c);
			const fields = sentFields(c.env.entry.body);
			const subscribe = word(c.env.entry.query, 'subscribe', trueOrFalse);
			const namesake = fields.email === undefined ? contact : list.contacts.get(fields.email);
			if (namesake && namesake !== contact) {
				throw new Refusal(service.duplicateStatus, `${fields.email} is already in ${list.name}`);
			}
			list.change(contact, fields, service.confirmation);
			if (subscribe) contact.unsubscribed = subscribe === 'False';
			// What a change answers is not documented beyond its status.
			return service.echo ? answer(c.env, 200, contact) : answerEmpty(c.env, 200);
		})
		.delete('/:list/:id', (c) => {
			service.listOf(c).contacts.delete(service.contactOf(c).email);
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
