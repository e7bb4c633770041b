import { Hono } from 'hono';
import type { SandboxContext, SandboxEnv } from '../../http/exchange';
import { trueOrFalse } from '../../http/query';
import { Refusal } from '../../http/refusal';
import type { FailureShape, InboxifyState } from '../state';
import { fieldsOf } from '../state/contact';
import type { ContactList } from '../state/contactList';
import { isObject, problemOf } from '../state/rules';
import { answer, totalsHeaders } from './answers';
import { listOf } from './target';

type Sent = Record<string, unknown>;
/** Handles one contact that was sent; returns why it failed, or null. */
type Step = (list: ContactList, email: string, sent: Sent) => string | null;

const maxContacts = 1000;

/** Insert, delete and unsubscribe up to 1,000 contacts at once. */
export function bulkRoutes(state: InboxifyState): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>()
		.post('/:list/bulk-insert', (c) => {
			const overwrite = trueOrFalse(c.env.entry.query, 'overwrite');
			return bulk(state, c, (list, email, sent) => {
				const problem = problemOf(sent);
				if (problem) return problem;
				const present = list.contacts.get(email);
				if (!present) {
					list.add({ ...fieldsOf(sent), email });
					return null;
				}
				if (!overwrite) return 'The contact already exists';
				list.overwrite(present, fieldsOf(sent));
				return null;
			});
		})
		.post('/:list/bulk-delete', (c) => {
			const unsubscribe = trueOrFalse(c.env.entry.query, 'unsubscribe');
			return bulk(state, c, (list, email) => {
				if (!list.contacts.delete(email)) return 'The contact does not exist';
				if (unsubscribe) list.unsubscribedAddresses.add(email.toLowerCase());
				return null;
			});
		})
		.post('/:list/bulk-unsubscribe', (c) =>
			bulk(state, c, (list, email) => {
				const contact = list.contacts.get(email);
				if (!contact) return 'The contact does not exist';
				contact.unsubscribed = true;
				return null;
			}),
		);
}

function bulk(state: InboxifyState, c: SandboxContext, step: Step): Response {
	const list = listOf(state, c);
	const { body } = c.env.entry;
	if (!Array.isArray(body)) throw new Refusal(400, 'The body must be an array of contacts');
	if (body.length > maxContacts) throw new Refusal(400, `More than ${maxContacts} contacts`);

	const failures: unknown[] = [];
	for (const sent of body as unknown[]) {
		const email = isObject(sent) && typeof sent.email === 'string' ? sent.email : '';
		const problem = email ? step(list, email, sent as Sent) : 'email is required';
		if (problem) failures.push(failure(state.failureShape, email, problem));
	}
	const headers = totalsHeaders(state, {
		'x-Total-Count': body.length,
		'x-Total-Fail': failures.length,
		'x-Total-Success': body.length - failures.length,
	});
	return answer(c.env, 200, failures, headers);
}

function failure(shape: FailureShape, email: string, message: string): unknown {
	switch (shape) {
		case 'object':
			return { email, message };
		case 'string':
			return `${email}: ${message}`;
		case 'emailOnly':
			return email;
		case 'nested':
			return { contact: { email }, error: { message } };
	}
}
