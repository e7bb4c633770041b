/**
 * Input that cannot be right, found before a request is sent.
 * `message` names the field and what is wrong with it, `description` says what to do.
 */
export class InputError extends Error {
	/** Tells it apart after n8n has wrapped it in an error of its own. */
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
