import { countOperation } from '../../../shared/node/count';
import { filters, readFilters } from './filters';

export const count = countOperation(
	'organisations',
	(item) => ({ path: ['organisaties'], query: readFilters(item) }),
	{ properties: [filters] },
);
