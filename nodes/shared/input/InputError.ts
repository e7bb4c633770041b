/**
 * Input that cannot be right, found before a request is sent.
 * `message` names the field and what is wrong with it, `description` says what to do.
 */
export class InputError extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}
