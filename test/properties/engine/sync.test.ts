import type { IDataObject } from 'n8n-workflow';

import { byName, sharedWorld } from '../../../tools/engine/world';
import { fc, fewer } from '../cases';

const world = sharedWorld({ inboxify: { contacts: 0 } });

const EMPTY = {
	city: '',
	sex: 0,
	customDate: null as string | null,
	tags: [] as string[],
	unsubscribed: false,
};

type Contact = typeof EMPTY;
type Field = keyof Contact;

/** What people have in a cell, and what it means; undefined: nothing. */
const CELLS: Record<Field, Array<[cell: unknown, value?: unknown]>> = {
	city: [['Sneek', 'Sneek'], [' Sneek\r\n', 'Sneek'], [9712, '9712'], [''], [null]],
	sex: [[1, 1], ['2.0', 2], ['0', 0], [' ']],
	customDate: [['2026-12-31', '2026-12-31'], ['2026-12-31T23:30:00Z', '2027-01-01'], ['']],
	tags: [['VIP', ['VIP']], ['vip, Beurs ', ['vip', 'Beurs']], ['["Beurs"]', ['Beurs']], [' , ']],
	unsubscribed: [['ja', true], [false, false], ['0', false], [null]],
};

const FIELDS = Object.keys(CELLS) as Field[];

const mapFields = <T>(read: (field: Field) => T) =>
	Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as Record<Field, T>;

const address = fc.constantFrom(
	...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@x.example`),
);

/** Ways to write an address. */
const written = fc.constantFrom<(address: string) => string>(
	(text) => ` ${text.toUpperCase()} `,
	(text) => `Jan de Vries <${text}>`,
	(text) => `mailto:${text}\u200b`,
);

const cells = fc.record(mapFields((field) => fc.constantFrom(...CELLS[field])));
const row = fc.record({ address, written, cells });

const contact = fc.record<Contact>({
	city: fc.constantFrom('', 'Sneek', 'Goes'),
	sex: fc.constantFrom(0, 1),
	customDate: fc.constantFrom(null, '2026-12-31'),
	tags: fc.constantFrom([], ['VIP'], ['Klant', 'beurs']),
	unsubscribed: fc.boolean(),
});

const options = fc.record({
	missing: fc.constantFrom('keep', 'delete', 'unsubscribe'),
	emptyValues: fc.constantFrom('ignore', 'clear'),
	tags: fc.constantFrom('add', 'replace'),
	neverAdd: fc.constantFrom('none', 'thisList'),
});

const lacks = (tags: string[], wanted: string[]) =>
	wanted.filter((tag) => !tags.some((one) => one.toLowerCase() === tag.toLowerCase()));

/** What a cell makes of a field. */
function after(
	field: Field,
	[given, value]: [unknown, unknown?],
	old: Contact,
	clears: boolean,
	adds: boolean,
) {
	if (value === undefined) return clears && given !== null ? EMPTY[field] : old[field];
	if (field !== 'tags') return value;
	const added = lacks(old.tags, value as string[]);
	if (adds) return [...old.tags, ...added];
	return added.length + lacks(value as string[], old.tags).length > 0 ? value : old.tags;
}

/** Writes that the service received. */
const writes = () =>
	world.sandbox.inboxify.requests
		.filter(({ method }) => method !== 'GET')
		.flatMap(({ method, body }) => [body].flat().map((one) => JSON.stringify([method, one])));

test('after a sync the list is what the input says, who unsubscribed stays so, a dry run showed it, and a second sync writes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.dictionary(address, contact),
			fc.array(row, { minLength: 1, maxLength: 8 }),
			options,
			async (stored, rows, chosen) => {
				const list = world.sandbox.inboxify.addList('Webshopklanten');
				const model = new Map<string, Contact>();
				for (const [email, fields] of Object.entries(stored)) {
					list.add({ ...structuredClone(fields), email: email.replace('x.', 'X.') });
					model.set(email, { ...fields });
				}
				const last = new Map(rows.map((one) => [one.address, one]));
				for (const [email, one] of [...model]) {
					if (one.unsubscribed || last.has(email)) continue;
					if (chosen.missing === 'delete') model.delete(email);
					if (chosen.missing === 'unsubscribe') one.unsubscribed = true;
				}
				for (const [email, given] of last) {
					const old = model.get(email);
					if (old?.unsubscribed) continue;
					const clears = old !== undefined && chosen.emptyValues === 'clear';
					const adds = chosen.tags === 'add';
					const read = (field: Field) =>
						after(field, given.cells[field], old ?? EMPTY, clears, adds);
					model.set(email, mapFields(read) as Contact);
				}

				const items = rows.map((one) => ({
					email: one.written(one.address),
					...mapFields((field) => one.cells[field][0]),
				})) as IDataObject[];
				const run = async (dryRun = false) => {
					world.clear();
					const parameters = {
						list: byName('Webshopklanten'),
						email: '={{ $json.email }}',
						additionalFields: mapFields((field) => `={{ $json.${field} }}`),
						options: { ...chosen, mostRemoved: 100, dryRun },
					};
					const result = await world.run('inboxify', 'contact.sync', parameters, { items });
					expect(result.error).toBeUndefined();
					return result.json;
				};
				const dry = await run(true);
				expect(writes()).toEqual([]);
				await run();
				const planned = dry.filter(({ method }) => method);
				expect(writes().sort()).toEqual(
					planned.map(({ method, body }) => JSON.stringify([method, body])).sort(),
				);
				const found = list.contacts.rows.map(
					(one) => [one.email.toLowerCase(), mapFields((field) => one[field])] as const,
				);
				expect(new Map(found)).toEqual(model);
				await run();
				expect(writes()).toEqual([]);
			},
		),
		fewer(20),
	);
});
