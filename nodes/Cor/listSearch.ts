import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/description/requestOptions';
import { identifying } from '../shared/input/text';
import { connect } from '../shared/http/connection';
import { Session } from '../shared/session/session';
import { cor } from './cor.service';

const toItem = ({ oin, naam }: IDataObject) => ({
	name: `${String(naam ?? '')} - ${String(oin ?? '')}`,
	value: String(oin ?? ''),
});

async function findOrganisations(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	number: number,
): Promise<INodeListSearchResult> {
	const session = new Session(async () => await connect(context, cor));
	const list = { path: ['organisaties'], query: { zoek: identifying(filter ?? '') } };
	for await (const page of session.pages(list, defaultSettings(cor), number)) {
		const paginationToken = page.isLast ? undefined : String(number + 1);
		return { results: page.entries.map(toItem), paginationToken };
	}
	return { results: [] };
}

/** Searches of the resource locators; the register itself searches names, OINs and abbreviations. */
export const listSearch = {
	async searchOrganisations(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		try {
			return await findOrganisations(this, filter, Number(paginationToken ?? 1));
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	},
};
