import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { range } from '../operations/operation';
import type { RunResult } from '../../../tools/engine/runNode';

/**
 * The reported outcome of an item.
 * - `done`, with its output unless the run stopped
 * - `refused`: in the output of a bulk operation
 * - `unsure`: it may have been done
 * - `untold`: the run stopped without mentioning it, so it is not done
 */
export interface ItemReport {
	word: 'done' | 'refused' | 'unsure' | 'failed' | 'unreported';
	output?: IDataObject[];
	text?: string;
}

/** The reported outcomes, and all texts of the report. */
export interface Report {
	items: ItemReport[];
	error?: RunResult['error'];
	/** Error items. */
	errorItems: Array<{ index: number; message: string; error: Error & { description?: string } }>;
	reasons: string[];
	/** JSON of what comes out of no item. */
	extras: IDataObject[];
	/** Reports that make no sense. */
	problems: string[];
}

const MAY = /\bmay (?:all )?(?:have|be|exist)|not certain|may have been/i;
export const isUnsure = (text: string): boolean => MAY.test(text);

/** Numbers as a node writes them: `0-3, 5`. */
const numbersIn = (text: string | undefined): number[] =>
	(text ?? '')
		.split(', ')
		.filter(Boolean)
		.flatMap((part) => {
			const [first, last = first] = part.split('-').map(Number);
			return range(last - first + 1).map((offset) => first + offset);
		});

const named = (text: string, what: string): number[] =>
	numbersIn(new RegExp(`${what}: items? (\\d[\\d, -]*)`).exec(text)?.[1]);

function readError(error: NonNullable<RunResult['error']>, count: number): ItemReport[] {
	const reported = range(count).map<ItemReport>(() => ({ word: 'unreported' }));
	const text = `${error.message} ${error.description ?? ''}`;
	const failed = Number(error.context?.itemIndex ?? 0);
	const said = error.message;
	if (reported[failed])
		reported[failed] = { word: isUnsure(said) ? 'unsure' : 'failed', text: said };
	for (const index of named(text, 'May have been (?:created|done|changed)')) {
		reported[index] = { word: 'unsure', text };
	}
	for (const index of named(text, 'Refused')) reported[index] = { word: 'refused', text };
	for (const index of named(text, 'Done before it stopped'))
		reported[index] = { word: 'done', text };
	return reported;
}

function readOutputs(outputs: IDataObject[]): ItemReport {
	const [{ success, reason } = {} as IDataObject] = outputs;
	if (success !== false) return { word: 'done', output: outputs };
	const text = String(reason);
	return { word: isUnsure(text) ? 'unsure' : 'refused', text, output: outputs };
}

const indexOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : NaN;

/**
 * Reads the outcome of each item.
 * @param isList whether an item may have no output
 * @param isExtra whether an output or error item is about no item
 */
export function readReport(
	result: Pick<RunResult, 'outputs' | 'error'>,
	count: number,
	{ isList, isExtra }: { isList?: boolean; isExtra?(json: IDataObject): boolean } = {},
): Report {
	const report: Report = { items: [], errorItems: [], reasons: [], extras: [], problems: [] };
	if (result.error) {
		const thrown = { error: result.error.message };
		const extras = isExtra?.(thrown) ? [thrown] : [];
		return { ...report, items: readError(result.error, count), error: result.error, extras };
	}
	const outputs = range(count).map<IDataObject[]>(() => []);
	const errors = new Map<number, ItemReport>();
	for (const entry of result.outputs.flat()) {
		const index = indexOf(entry);
		if (!outputs[index]) {
			report.problems.push(`an output belongs to item ${index}, which is not there`);
		} else if (isExtra?.(entry.json)) {
			report.extras.push(entry.json);
		} else if (entry.error || entry.json.details) {
			const message = String(entry.json.message ?? entry.json.error ?? '');
			const details = entry.json.details as IDataObject | undefined;
			const shown = { name: 'Error', message, description: String(details?.advice ?? 'none') };
			const error = (entry.error ?? shown) as Error & { description?: string };
			report.errorItems.push({ index, message, error });
			if (errors.has(index)) report.problems.push(`item ${index} has two error items`);
			errors.set(index, { word: isUnsure(message) ? 'unsure' : 'failed', text: message });
		} else {
			outputs[index].push(entry.json);
			if (typeof entry.json.reason === 'string') report.reasons.push(entry.json.reason);
		}
	}
	report.items = outputs.map((ofItem, index) => {
		const error = errors.get(index);
		if (error && ofItem.length > 0)
			report.problems.push(`item ${index} has an output and an error`);
		if (error) return error;
		if (ofItem.length === 0 && !isList)
			report.problems.push(`nothing is reported on item ${index}`);
		return readOutputs(ofItem);
	});
	return report;
}
