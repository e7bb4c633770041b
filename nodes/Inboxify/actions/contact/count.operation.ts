import { countOperation } from '../../../shared/node/count';
import { listField, listPath } from '../common.fields';
import { readUnsubscribed, unsubscribedOption } from './getAll.operation';

export const count = countOperation(
	'contacts',
	(item) => ({ path: listPath(item), query: { unsubscribed: readUnsubscribed(item) } }),
	{ properties: [listField], options: [unsubscribedOption] },
);
