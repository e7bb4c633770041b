/**
 * Input that cannot be right, found before a request is sent.
 * `message` names the field and what is wrong with it, `description` says what to do.
 */
export class InputError extends Error {
	/** What it is known by where n8n made an error of its own of it. */
	static readonly code = 'ERR_INPUT';

	readonly code = InputError.code;

	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}
