import type { IDataObject } from 'n8n-workflow';

import { stableJson } from '../../../shared/input/stableHash';

/** Returns the fields of an object that pass a test. */
export const pickFields = (
	object: IDataObject,
	test: (name: string, value: IDataObject[string]) => boolean,
): IDataObject => Object.fromEntries(Object.entries(object).filter((entry) => test(...entry)));

/** As values are compared: empty ones are equal, text and a number differ. */
const comparable = (value: unknown): unknown => stableJson(value === '' ? null : (value ?? null));

/** In place of a value that an unsure update may have changed: it equals no other. */
export const UNKNOWN: IDataObject = {};

/** Returns the fields of a body that would change a contact. */
export const changesOf = (stored: IDataObject, body: IDataObject): IDataObject =>
	pickFields(body, (name, value) => {
		const old = Object.hasOwn(stored, name) ? stored[name] : undefined;
		return old === UNKNOWN || comparable(old) !== comparable(value);
	});
