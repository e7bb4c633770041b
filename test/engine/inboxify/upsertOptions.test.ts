import { columns, done, INSERT, NEW, successes, upsertRoom } from './room';

const { world, service, known, upsert, moved, count } = upsertRoom();

test('nothing is sent for a contact that exists where nothing is to be changed', async () => {
	const { json } = await upsert([{ email: known(0).email, city: null, telephone: '' }]);

	expect(json).toEqual([done(known(0).email)]);
	expect(count('PUT') + count('POST')).toBe(0);
});

test('to clear, empty values empty the fields of a contact that exists; a new one has none', async () => {
	const { email } = known(0);
	known(0).telephone = '0501234567';
	await upsert(
		[
			{ email, telephone: '', city: 'Sneek' },
			{ email: NEW, telephone: '' },
		],
		{
			options: { emptyValues: 'clear' },
		},
	);

	expect(known(0)).toMatchObject({ telephone: '', city: 'Sneek' });
	expect(service().requests.find(({ path }) => INSERT.test(path))?.body).toEqual([{ email: NEW }]);
});

test('each item chooses between keep and overwrite; null is keep', async () => {
	const choices = [null, 'overwrite', 'keep'];
	const items = moved(0, 1, 2).map((item, index) => ({ ...item, existing: choices[index] }));
	const { json } = await upsert(items, { options: columns('existing') });

	expect(successes(json)).toEqual([true, true, true]);
	expect(count('PUT')).toBe(2);
	expect(service().requests.find(({ path }) => INSERT.test(path))).toMatchObject({
		query: { overwrite: 'True' },
		body: moved(1),
	});
});

test('to overwrite may take from a contact what is not given', async () => {
	Object.assign(known(0), { unsubscribed: true, remarks: 'Belt liever' });
	await upsert(moved(0), { options: { existing: 'overwrite' } });

	expect(known(0)).toMatchObject({ city: 'Sneek', remarks: '', unsubscribed: false });
	expect(world.log('inboxify')).toEqual(['POST /contacts/Webshopklanten/bulk-insert']);
});

test('an unknown choice is an error before anything is sent', async () => {
	const { error } = await upsert([{ email: NEW }], { options: { existing: '={{ "" }}' } });

	expect(error?.message).toMatch(/^Existing Contacts must be one of keep, overwrite/);
	expect(service().requests).toEqual([]);
});
