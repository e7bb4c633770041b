import { Random } from '../../data/random';
import { Table } from '../../data/table';
import { Refusal } from '../../http/refusal';
import type { Fields, Resource, Row } from './records';
import { corlegaId, seedContacts } from './seed';

const textFields = ['name', 'email', 'phone', 'kvkNumber', 'type'];

/**
 * Contacts. Of their fields the document names the five in its example; others are taken and kept.
 * That the name is required and an e-mail address occurs once is the sandbox's choice.
 */
export function contactResource(count: number): Resource {
	const random = new Random('corlega new contacts');
	const rows = new Table<Row>({ secondKeyOf: emailOf });
	for (const contact of seedContacts(count)) rows.set(contact.id, { ...contact });

	return {
		name: 'contacts',
		rows,
		create(fields) {
			if (!('name' in fields)) throw new Refusal(400, 'name is required.');
			check(fields);
			refuseDuplicate(fields);
			return { id: corlegaId(random), ...fields };
		},
		checkChange(row, fields) {
			check(fields);
			refuseDuplicate(fields, row);
		},
	};

	function refuseDuplicate(fields: Fields, self?: Row): void {
		const email = emailOf(fields);
		const other = email === undefined ? undefined : rows.findBySecondKey(email);
		if (other && other !== self) {
			throw new Refusal(409, `A contact with the email ${String(fields.email)} already exists.`);
		}
	}
}

function check(fields: Fields): void {
	for (const field of textFields) {
		if (field in fields && typeof fields[field] !== 'string') {
			throw new Refusal(400, `${field} must be text.`);
		}
	}
	if (typeof fields.name === 'string' && fields.name.trim() === '') {
		throw new Refusal(400, 'name must not be empty.');
	}
}

function emailOf({ email }: Fields): string | undefined {
	return typeof email === 'string' && email !== '' ? email.toLowerCase() : undefined;
}
