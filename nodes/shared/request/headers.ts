import type { Answer } from './service';

/** A count in a header; undefined where it is absent or no number. */
export function readHeaderNumber(answer: Answer, name: string): number | undefined {
	const text = String(answer.headers[name] ?? '').trim();
	return /^\d+$/.test(text) ? Number(text) : undefined;
}
