import { checkKvkNumber } from '../../../shared/input/number';
import { checkedField } from '../../../shared/node/description/fieldSet';

/** The KvK number of a contact or of the organization. A spreadsheet may have taken its first zero. */
export const kvkNumberField = checkedField(
	{
		displayName: 'KvK Number',
		name: 'kvkNumber',
		placeholder: 'e.g. 12345678',
		description: 'Number in the trade register of the Kamer van Koophandel (KvK)',
	},
	(label, value) => checkKvkNumber(label, value, false),
);
