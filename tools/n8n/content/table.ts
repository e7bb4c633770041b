import Table from 'cli-table3';
import { isGood, type Result } from './execution';

const right = (content: string) => ({ content, hAlign: 'right' as const });

const tellItems = ({ items, files }: Result): string =>
	files.length > 0 ? `${items} (${files.join(', ')})` : String(items);

const tellStatus = (result: Result): string =>
	result.status === 'success' && !isGood(result) ? 'no items' : result.status;

/** A table of results, with the errors below it. */
export function tableOf(results: Result[]): string {
	const table = new Table({
		head: ['Workflow', 'Status', 'Nodes', 'Most items', 'Items at the end', 'Time'],
		style: { head: [], border: [], compact: true },
	});
	for (const result of results) {
		table.push([
			result.workflow,
			tellStatus(result),
			right(String(result.nodes)),
			right(String(result.mostItems)),
			right(tellItems(result)),
			right(`${(result.milliseconds / 1000).toFixed(1)} s`),
		]);
	}
	const errors = results.flatMap(({ workflow, error }) => (error ? [`${workflow}: ${error}`] : []));
	return [table.toString(), ...errors].join('\n');
}
