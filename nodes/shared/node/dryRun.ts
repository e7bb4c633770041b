import { deepCopy, type IDataObject, type INodeProperties } from 'n8n-workflow';

import type { Connection } from '../http/connection';
import { queryOf } from '../http/send';
import { buildUrl } from '../input/address';
import type { ServiceRequest } from '../service/exchange';
import { countsOf } from './hints';
import { countText } from './progress';

/** An option of each operation that writes. */
export const dryRunOption: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description:
		'Whether to show what each item would send, and the outcome, without sending anything. Everything is read and checked as usual.',
};

const OUTCOMES: Record<string, string> = { POST: 'created', DELETE: 'deleted' };

/** Ends an item of a dry run in place of sending its write. */
export class PlannedRequest extends Error {
	private readonly output: IDataObject;

	/** @throws InputError for a request that can't be sent */
	constructor(
		request: ServiceRequest,
		{ redact }: Connection,
		private readonly number: number,
	) {
		super('This is a dry run');
		const { method, path, body, outcome = OUTCOMES[method] ?? 'updated' } = request;
		const query = new URLSearchParams(queryOf(request) as Record<string, string>).toString();
		const output = {
			dryRun: true,
			outcome,
			method,
			path: buildUrl('', path) + (query && `?${query}`),
			body: body ?? null,
		};
		this.output = JSON.parse(redact(JSON.stringify(output))) as IDataObject;
	}

	/** Output of an item with a request of its own. */
	get whole(): IDataObject {
		return deepCopy(this.output);
	}

	/** Output of an item that shares the request: its part of the body, or all with the first item. */
	part(place: number): IDataObject[] {
		const { body } = this.output;
		if (!Array.isArray(body)) return place === 0 ? [this.whole] : [];
		const own = deepCopy(body[place]) as IDataObject;
		return [{ ...this.output, body: own, request: this.number, contacts: body.length }];
	}
}

/** Returns outputs of a dry run as they are; what ended without a write with its outcome. */
export const asPlanned = (outputs: IDataObject | IDataObject[]): IDataObject[] =>
	[outputs].flat().map((output) => {
		if (isFromDryRun(output)) return output;
		const { outcome = 'unchanged', reason } = output;
		const nothing = { method: null, path: null, body: null };
		return { dryRun: true, outcome, ...nothing, ...(reason ? { reason } : {}) };
	});

/** Whether an output is that of a dry run. */
export const isFromDryRun = ({ dryRun, method }: IDataObject): boolean =>
	dryRun === true && method !== undefined;

/** Sums up a dry run. @param requests how many would be sent */
export function summarizeDryRun(outputs: IDataObject[], requests: number): string {
	const words = { leftOut: 'left out', createdOrOverwritten: 'created or overwritten' };
	const [counts] = countsOf(outputs, 'outcome', words);
	return `Dry run: nothing was changed. A real run would send ${countText(requests, 'request')} to change data. Outcomes: ${counts}`;
}
