import type { IDataObject } from 'n8n-workflow';

/** JSON whose keys stand in order. */
const inOrder = (value: unknown): string | undefined =>
	JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);

const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || value === '';

/** Whether sending a value would leave the stored one as it is. Text and a number differ. */
const isSame = (stored: unknown, sent: unknown): boolean =>
	(isNothing(stored) && isNothing(sent)) || inOrder(stored) === inOrder(sent);

/** The fields of a body that would change what is stored. */
export const changesOf = (stored: IDataObject, body: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(body).filter(
			([name, value]) => !isSame(Object.hasOwn(stored, name) ? stored[name] : undefined, value),
		),
	);
