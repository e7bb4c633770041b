import type { IDataObject } from 'n8n-workflow';

import { unexpectedAnswer } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import { readTime } from './registerTime';

const MAX_DEPTH = 5;

/** Fields of an error, which can come with status 200; its time is not that of a change. */
const ERROR_FIELDS = ['error', 'errors', 'fout', 'exception'];

const isAboutChange = ([name]: [string, unknown]): boolean => /wijzig|change/i.test(name);

/**
 * Finds the date and time in the answer of `laatsteWijziging`, whose shape is not documented: the
 * first text that is a date with a time and nothing else, in fields about a change first.
 * @returns milliseconds since 1970; undefined if there is none
 */
export function lastChangeOf(body: unknown, depth = 0): number | undefined {
	if (typeof body === 'string') return readTime(body.replace(/^\s*"(.*)"\s*$/, '$1'));
	if (typeof body !== 'object' || body === null || depth === MAX_DEPTH) return undefined;
	if (ERROR_FIELDS.some((field) => (body as IDataObject)[field])) return undefined;
	const fields = Object.entries(body as IDataObject).filter(([name]) => name !== '_links');
	fields.sort((a, b) => Number(isAboutChange(b)) - Number(isAboutChange(a)));
	for (const [, value] of fields) {
		const time = lastChangeOf(value, depth + 1);
		if (time !== undefined) return time;
	}
	return undefined;
}

/** @throws RequestError for an answer without a date and time, e.g. the page of a proxy */
export function checkLastChange(answer: Answer): number {
	const time = lastChangeOf(answer.body);
	if (time === undefined) {
		throw unexpectedAnswer('COR', answer, 'the date and time of its last change');
	}
	return time;
}
