import { registeredFiles } from '../../engine/packageTypes';
import { run } from '../../lib/command';
import { packageFolder } from '../../lib/paths';
import { buildPlace } from '../build';
import { inTurns } from '../measure/repeat';
import { medianOf } from '../measure/result';
import type { Scenario } from './scenario';

const NAME = 'nodes and credentials';

/** What a new process does: n8n-workflow is there already when n8n loads a package. */
const program = `
require('n8n-workflow');
const files = JSON.parse(process.argv[1]);
const started = performance.now();
for (const file of files) for (const Class of Object.values(require(file))) new Class();
console.log(performance.now() - started);
`;

/** How long n8n's start takes longer because of this package. */
export const loading: Scenario = {
	title: 'Loading the package, in a new process',
	parts: ['load'],
	async measure(_part, runs) {
		const files = [
			...registeredFiles('credentials', buildPlace),
			...registeredFiles('nodes', buildPlace),
		];
		const args = ['-e', program, JSON.stringify(files)];
		const load = async () => ({
			ms: Number(await run(process.execPath, args, { cwd: packageFolder })),
		});
		return await inTurns([{ name: NAME, run: load }], runs);
	},
	targets: (rows) => [{ name: 'ms to load', most: 30, measured: medianOf(rows, NAME, 'ms') }],
};
