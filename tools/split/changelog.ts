import type { NodeServiceName } from '../services';
import { blocksOf, keepOnly, textOf } from './markdown';
import { concernsOthers } from './names';

/** Without the items that name another service. */
export const changelogFor = (changelog: string, service: NodeServiceName): string =>
	textOf(keepOnly(blocksOf(changelog), (text) => !concernsOthers(text, service)));
