import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../shared/input/check';
import { readMoment } from '../shared/input/moment';
import { withoutDecimals } from '../shared/input/number';
import { readField } from '../shared/input/readField';
import { identifying } from '../shared/input/text';
import { DATES, readDay, readTime } from './registerTime';

export type Change = 'changed' | 'withdrawn' | 'reinstated';

/** Digits of fields that a spreadsheet takes for numbers, which cuts their leading zeros. */
const LENGTHS: Record<string, number> = { kvkNummer: 8, organisatieCode: 4, hoofdOin: 20 };

/** OINs as a list: a spreadsheet has them as JSON, or with commas. */
function oinsOf(value: unknown): string[] {
	const list = Array.isArray(value) ? value : String(value ?? '').split(/[^\p{L}\p{N}]+/u);
	return list.map(String).filter((oin) => oin !== '');
}

/** A value as it is compared: the same for what a spreadsheet or a database makes of it. */
function comparable(field: string, value: unknown): unknown {
	if (field === 'subOins') return oinsOf(value).sort().join();
	if (isBlank(value) || /^null$/i.test(String(value))) return null;
	const text = value instanceof Date ? value.toISOString() : identifying(String(value));
	if (DATES.includes(field)) return readTime(text) ?? text;
	const length = LENGTHS[field];
	const digits = length === undefined ? '' : withoutDecimals(text);
	return /^\d+$/.test(digits) ? digits.padStart(length, '0') : text;
}

/** Whether a database or a person wrote the Dutch day of a date only. */
function isSameDay(from: unknown, to: unknown): boolean {
	const { day, time, local } = readMoment(from) ?? {};
	return day !== undefined && (time ?? local) === undefined && day === readDay(to);
}

/**
 * Returns what differs between an organisation as it was and as it is: per field `from` and `to`. A
 * field that the earlier one doesn't have is not compared.
 * @param earlier simplified, its names in any capitals
 * @param now simplified
 */
export function differences(earlier: IDataObject, now: IDataObject): IDataObject {
	const fields: IDataObject = {};
	for (const [field, to] of Object.entries(now)) {
		const from = readField(earlier, field);
		// Rows are found by their OIN, whatever its form.
		if (from === undefined || field === 'oin' || (DATES.includes(field) && isSameDay(from, to)))
			continue;
		if (comparable(field, from) === comparable(field, to)) continue;
		fields[field] = { from, to };
	}
	return fields;
}

/** Whether an organisation is withdrawn; undefined where its row doesn't say. */
function isWithdrawn(status: unknown, date: unknown): boolean | undefined {
	if (!isBlank(status)) return comparable('status', status) === 'Ingetrokken';
	return date === undefined ? undefined : comparable('intrekDatum', date) !== null;
}

/** What a difference comes to. */
export function kindOfChange(earlier: IDataObject, now: IDataObject): Change {
	const was = isWithdrawn(readField(earlier, 'status'), readField(earlier, 'intrekDatum'));
	const is = isWithdrawn(now.status, now.intrekDatum);
	if (was === undefined || was === is) return 'changed';
	return is ? 'withdrawn' : 'reinstated';
}
