import type { Exchange } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { Fields } from '../state/records';

/**
 * The JSON object of the request, without the `id`, which is not the client's to set.
 *
 * @throws Refusal 400 `invalid_json` for no or unparsable JSON, `invalid_request` for no object
 */
export function fieldsOf({ bodyForm, entry }: Exchange): Fields {
	if (bodyForm !== 'json') {
		throw new Refusal(400, 'The body is not valid JSON.', 'invalid_json');
	}
	const { body } = entry;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new Refusal(400, 'The body must be a JSON object.');
	}
	const fields: Fields = { ...body };
	delete fields.id;
	return fields;
}
