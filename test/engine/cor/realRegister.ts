import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { plain } from '../../../sandbox/cor/state/organisation';
import type { World } from '../../../tools/engine/world';
import { packageFolder } from '../../../tools/lib/paths';

const file = join(packageFolder, 'sandbox/cor/register/organisations.csv');

const cellsOf = (line: string): string[] =>
	[...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ''));

/** Puts the real organisations into the sandbox's register. */
export function useRealRegister(world: World): void {
	const { organisations } = world.sandbox.cor;
	const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
	const rows = lines.map(cellsOf).map(([oin, naam, afkorting, kvkNummer, , type]) => ({
		...plain(oin, naam),
		afkorting,
		kvkNummer: kvkNummer || null,
		organisatieType: (type || null) as 'GM' | null,
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
	}));
	organisations.splice(0, organisations.length, ...rows);
}
