import { readField } from '../shared/input/readField';
import { identifying } from '../shared/input/text';
import { choice, listSearch as searchOf, readPages } from '../shared/node/listSearch';
import { cor } from './cor.service';

/** Searches of the resource locators. The register itself searches names, OINs and abbreviations. */
export const listSearch = {
	searchOrganisations: searchOf(
		cor,
		(_, typed) => ({ path: ['organisaties'], query: { zoek: identifying(typed) } }),
		readPages(cor, (organisation) => {
			const oin = readField(organisation, 'oin');
			return choice(oin, readField(organisation, 'naam'), oin);
		}),
	),
};
