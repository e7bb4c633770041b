import type { IDataObject } from 'n8n-workflow';
import type { Contact } from '../../../sandbox';
import { byName, type World } from '../../../tools/engine/world';

/** A list to sync, and what is sent to its service. */
export function syncWorld(world: () => World) {
	const list = () => world().sandbox.inboxify.lists.get('Webshopklanten')!.contacts;

	const rows = () => [...list().values()];

	const sync = async (items: IDataObject[], options: IDataObject = {}, settings = {}) =>
		await world().run(
			'inboxify',
			'contact.sync',
			{
				list: byName('Webshopklanten'),
				email: '={{ $json.email }}',
				additionalFields: {
					city: '={{ $json.city }}',
					firstName: '={{ $json.firstName }}',
					tags: '={{ $json.tags }}',
				},
				options,
			},
			{ items, settings },
		);

	const row = ({ email, city, firstName, tags }: Contact): IDataObject => ({
		email,
		city,
		firstName,
		tags: tags.join(', '),
	});

	const writes = () =>
		world()
			.sandbox.inboxify.requests.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path.replace(/[^/]*@.*/, 'ADDRESS')}`);

	const reads = () => world().sandbox.inboxify.requests.filter(({ method }) => method === 'GET');

	return { list, rows, sync, row, writes, reads };
}
