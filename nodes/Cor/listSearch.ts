import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/requestOptions';
import { connect } from '../shared/request/connection';
import { Session } from '../shared/request/session';
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
	const list = { path: ['organisaties'], query: { zoek: filter?.trim() } };
	const place = { number, size: cor.paging.maximum, offset: (number - 1) * cor.paging.maximum };
	const page = await session.page(list, place, defaultSettings(cor));
	return {
		results: page.entries.map(toItem),
		paginationToken: page.isLast ? undefined : String(number + 1),
	};
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
