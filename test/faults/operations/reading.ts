import type { IDataObject } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';

import type { Movement } from './operation';

/** Compares an output with the service. @returns what is wrong */
export type Reading = (outputs: IDataObject[]) => string | undefined;

type Row = Record<string, unknown>;

const clone = <Value>(value: Value): Value => structuredClone(value);

/** One record, just as the service holds it. */
export function readsOne(expected: unknown): Reading {
	const kept = clone(expected);
	return (outputs) => {
		if (outputs.length !== 1) return `${outputs.length} objects for one record`;
		if (isDeepStrictEqual(outputs[0], kept)) return undefined;
		return `gave ${JSON.stringify(outputs[0]).slice(0, 120)}, which is not the record`;
	};
}

export interface ListReading {
	/** The expected rows, in order, before anything moves. */
	rows: Row[];
	limit?: number;
	idOf(entry: Row): string;
	/** The part of a row and an output that must be the same. */
	view?(entry: Row): unknown;
	movement: Movement;
	/** The order doesn't matter. */
	isUnordered?: boolean;
}

/** Records that leave and join between the same two answers can hide this many others. */
const hidden = ({ left, joined }: Movement): number => Math.min(left.size, joined.size);

/** Each record that stayed, or as many as requested, once, and in order if nothing moved. */
export function readsList(list: ListReading): Reading {
	const { limit = Infinity, idOf, view = (entry) => entry, movement } = list;
	const rows = new Map(list.rows.map((row) => [idOf(row), clone(view(row))]));
	return (outputs) => {
		const ids = outputs.map(idOf);
		const twice = ids.find((id, index) => ids.indexOf(id) !== index);
		if (twice !== undefined) return `holds ${twice} twice`;
		const foreign = ids.find((id) => !rows.has(id) && !movement.joined.has(id));
		if (foreign !== undefined) return `holds ${foreign}, which never was in it`;
		if (outputs.length > limit) return `holds ${outputs.length}, with a limit of ${limit}`;

		const read = new Set(ids);
		const stayed = [...rows.keys()].filter((id) => !movement.left.has(id));
		const missing = stayed.filter((id) => !read.has(id));
		const wanted = Math.min(limit, stayed.length - hidden(movement));
		const isMissing = limit === Infinity && missing.length > hidden(movement);
		if (outputs.length < wanted || isMissing) {
			return `holds ${outputs.length} of ${stayed.length} that stayed, without ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' ...' : ''} (${missing.length} missing, ${movement.left.size} left, ${movement.joined.size} joined)`;
		}
		const isChanged = (entry: Row) =>
			rows.has(idOf(entry)) && !isDeepStrictEqual(view(entry), rows.get(idOf(entry)));
		const changed = outputs.find(isChanged);
		if (changed) return `holds ${idOf(changed)} otherwise than it is`;
		const isStill = movement.left.size + movement.joined.size === 0;
		const expected = [...rows.keys()].slice(0, outputs.length);
		const isOrdered = list.isUnordered || isDeepStrictEqual(ids, expected);
		return isStill && !isOrdered ? 'is not in the order of the list' : undefined;
	};
}
