import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Item } from '../../../shared/node/Item';
import { peppolId } from '../../oin';
import { readField } from '../../organisation';

export const electronicAddressOption: INodeProperties = {
	displayName: 'Add Electronic Address',
	name: 'electronicAddress',
	type: 'boolean',
	default: false,
	description:
		'Whether to add peppolId, the address of the organisation in Peppol (0190 and its OIN). This is only how the address is written: it does not mean that the organisation receives invoices there.',
};

/**
 * Reads Add Electronic Address.
 * @returns adds the address to organisations, where it is asked for
 * @throws InputError
 */
export function readElectronicAddress(item: Item): (organisations: IDataObject[]) => IDataObject[] {
	const isAsked = item.option<boolean>(electronicAddressOption);
	return (organisations) =>
		isAsked
			? organisations.map((one) => ({ ...one, peppolId: peppolId(String(readField(one, 'oin'))) }))
			: organisations;
}
