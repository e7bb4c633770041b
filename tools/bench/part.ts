import { scenarios } from './scenarios';

/** Measures one part of a scenario and sends the rows to the parent process. */
async function main(): Promise<void> {
	const [scenario, part, runs] = process.argv.slice(2);
	const rows = await scenarios[scenario].measure(part, Number(runs));
	process.send!(rows, () => process.exit());
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
