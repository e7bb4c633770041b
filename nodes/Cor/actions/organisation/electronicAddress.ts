import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { readField } from '../../../shared/input/readField';
import type { Item } from '../../../shared/node/Item';

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
 * @returns adds the address of an organisation to what comes out of it, where it is asked for
 * @throws InputError
 */
export function readElectronicAddress(item: Item) {
	const isAsked = item.option<boolean>(electronicAddressOption);
	return (output: IDataObject, organisation: IDataObject): IDataObject =>
		// 0190 is the scheme of the OIN.
		isAsked ? { ...output, peppolId: `0190:${String(readField(organisation, 'oin'))}` } : output;
}
