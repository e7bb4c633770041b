import { isObject } from '../shared/input/check';
import { unexpectedAnswer } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import { readTime } from './registerTime';

/** Objects in objects that are looked into. */
const DEEPEST = 5;

/** Fields that an error has, also one that comes with status 200; its time is not that of a change. */
const ERROR_FIELDS = ['error', 'errors', 'fout', 'exception'];

/** Values of an answer without its links, those first whose name speaks of a change. */
function contentOf(body: unknown): unknown[] {
	if (Array.isArray(body)) return body;
	if (!isObject(body) || ERROR_FIELDS.some((field) => body[field])) return [];
	const names = Object.keys(body).filter((name) => name !== '_links');
	const isChange = (name: string) => /wijzig|change/i.test(name);
	return [...names.filter(isChange), ...names.filter((name) => !isChange(name))].map(
		(name) => body[name],
	);
}

function find(body: unknown, depth: number): number | undefined {
	if (typeof body === 'string') return readTime(body.replace(/^\s*"(.*)"\s*$/, '$1'));
	if (depth === DEEPEST) return undefined;
	for (const value of contentOf(body)) {
		const time = find(value, depth + 1);
		if (time !== undefined) return time;
	}
	return undefined;
}

/**
 * Reads the date and time out of the answer of `laatsteWijziging`, whose shape is not documented:
 * the first text in it that is a date with a time, and nothing else.
 * @returns milliseconds since 1970, or undefined where there is none
 */
export const lastChangeOf = (body: unknown): number | undefined => find(body, 0);

/**
 * The date and time of an answer of `laatsteWijziging`.
 * @returns milliseconds since 1970
 * @throws RequestError for an answer that holds none, e.g. the page of a proxy
 */
export function checkLastChange(answer: Answer): number {
	const time = lastChangeOf(answer.body);
	if (time === undefined) {
		throw unexpectedAnswer('COR', answer, 'the date and time of its last change');
	}
	return time;
}
