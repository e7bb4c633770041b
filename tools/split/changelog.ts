import type { NodeServiceName } from '../services';
import { blocksOf, keepOnly, textOf } from './markdown';
import { concernsOthers } from './names';

/** The changelog of a package of one service: items that name no other service. */
export const changelogFor = (changelog: string, service: NodeServiceName): string =>
	textOf(keepOnly(blocksOf(changelog), (text) => !concernsOthers(text, service)));
