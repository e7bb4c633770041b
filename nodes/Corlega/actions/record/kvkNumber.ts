import { checkText } from '../../../shared/input/check';
import { kvkText } from '../../../shared/input/number';
import { checkedField } from '../../../shared/node/description/fieldSet';

/**
 * The KvK number of a contact or of the organization. What is no KvK number is sent as it is
 * written: Corlega takes any text.
 */
export const kvkNumberField = checkedField(
	{
		displayName: 'KvK Number',
		name: 'kvkNumber',
		placeholder: 'e.g. 12345678',
		description: 'Number in the trade register of the Kamer van Koophandel (KvK)',
	},
	(label, value) => kvkText(checkText(label, value)),
);
