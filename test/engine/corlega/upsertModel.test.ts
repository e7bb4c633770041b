import type { IDataObject } from 'n8n-workflow';

import { Random } from '../../../sandbox/data/random';
import { CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 1, limit: null } });

const EMAILS = ['a@x.nl', 'b@x.nl', 'c@x.nl', 'd@x.nl'];
const KVK_NUMBERS = ['11111111', '22222222', '33333333'];

interface Row extends IDataObject {
	on: 'email' | 'kvkNumber';
	value: string;
	email: string | null;
	kvkNumber: string | null;
	name: string;
	phone: string | null;
}

function makeRow(random: Random): Row {
	const on = random.pick<Row['on']>(['email', 'kvkNumber']);
	const other = random.chance(50);
	return {
		on,
		value: random.pick(on === 'email' ? EMAILS : KVK_NUMBERS),
		email: other && on === 'kvkNumber' ? random.pick(EMAILS) : null,
		kvkNumber: other && on === 'email' ? random.pick(KVK_NUMBERS) : null,
		name: random.pick(['Een', 'Twee', '']),
		phone: random.pick<string | null>(['1', '2', '', null]),
	};
}

/** The outcome of rows in sequence. The sandbox refuses an e-mail address that is taken. */
function apply({ on, value, ...fields }: Row, contacts: IDataObject[]): string {
	const found = contacts.filter((contact) => contact[on] === value);
	const wanted = Object.entries(fields).filter(([, field]) => field) as Array<[string, string]>;
	const [contact] = found;
	const isTaken = contacts.some(
		({ email }, index) => email === fields.email && email && contacts[index] !== contact,
	);
	if (found.length > 1) return 'error';
	if (found.length === 0) {
		if (!fields.name || isTaken) return 'error';
		contacts.push({ [on]: value, ...Object.fromEntries(wanted) });
		return 'created';
	}
	if (wanted.every(([name, field]) => contact[name] === field)) return 'unchanged';
	if (isTaken) return 'error';
	Object.assign(contact, Object.fromEntries(wanted));
	return 'updated';
}

const written = (contacts: Iterable<object>): string[] =>
	[...contacts]
		.map((contact) => Object.entries(contact).filter(([name]) => name !== 'id'))
		.map((fields) => JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1))))
		.sort();

test.each(Array.from({ length: 40 }, (_, round) => round))(
	'rows side by side have the result of rows in sequence: plan %i',
	async (round) => {
		const random = new Random(`upsert ${round}`);
		const { corlega } = world.sandbox;
		corlega.contacts.clear();
		const model: IDataObject[] = [];
		for (let index = random.between(0, 4) - 1; index >= 0; index--) {
			const contact = { name: 'Er al', email: EMAILS[index], kvkNumber: random.pick(KVK_NUMBERS) };
			corlega.contacts.set(`S${index}`, { id: `S${index}`, ...contact });
			model.push(contact);
		}
		for (const method of ['POST', 'PATCH', 'POST', 'PATCH']) {
			const skip = random.between(0, 5);
			corlega.faults.push({ match: { method }, skip, delay: random.between(0, 40) });
		}
		const items = Array.from({ length: 14 }, () => makeRow(random));
		const expected = items.map((row) => apply(row, model));
		const { json } = await world.run(
			'corlega',
			'contact.upsert',
			{
				matchOn: '={{ $json.on }}',
				matchValue: '={{ $json.value }}',
				name: '={{ $json.name }}',
				additionalFields: {
					email: '={{ $json.email }}',
					kvkNumber: '={{ $json.kvkNumber }}',
					phone: '={{ $json.phone }}',
				},
			},
			{ items, settings: CONTINUE },
		);

		expect(json.map(({ outcome, error }) => (error ? 'error' : outcome))).toEqual(expected);
		expect(written(corlega.contacts.values())).toEqual(written(model));
	},
);
