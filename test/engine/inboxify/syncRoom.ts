import type { IDataObject, INode } from 'n8n-workflow';

import type { Contact } from '../../../sandbox';
import { columns, inboxifyRoom } from './room';

export const outcomes = (json: IDataObject[]) => json.map(({ outcome }) => outcome);

export const times = (json: IDataObject[], outcome: string) =>
	outcomes(json).filter((one) => one === outcome).length;

/** A list of so many contacts to sync. */
export function syncRoom(size: number) {
	const room = inboxifyRoom(size);

	const rows = () => [...room.contacts().values()];

	const subscribed = () => rows().filter(({ unsubscribed }) => !unsubscribed);

	const sync = async (items: IDataObject[], options: IDataObject = {}, settings?: Partial<INode>) =>
		await room.run(
			'contact.sync',
			{ additionalFields: columns('city', 'firstName', 'tags'), options },
			items,
			settings,
		);

	/** The item that leaves a contact as it is. */
	const row = ({ email, city, firstName, tags }: Contact): IDataObject => ({
		email,
		city,
		firstName,
		tags: tags.join(', '),
	});

	return { ...room, rows, subscribed, sync, row };
}
