import type { SandboxContext } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { InboxifyState } from '../state';
import type { Contact } from '../state/contact';
import type { ContactList } from '../state/contactList';

/** The list that a path names. @throws Refusal 404 when there is none */
export function listOf(state: InboxifyState, c: SandboxContext): ContactList {
	const identifier = c.req.param('list') ?? '';
	const list = state.findList(identifier);
	if (!list) throw new Refusal(404, `There is no list ${identifier}`);
	return list;
}

/** The contact that a path names. @throws Refusal 404 when there is none */
export function contactOf(state: InboxifyState, c: SandboxContext): Contact {
	const identifier = c.req.param('id') ?? '';
	const contact = listOf(state, c).find(identifier);
	if (!contact) throw new Refusal(404, `There is no contact ${identifier}`);
	return contact;
}
