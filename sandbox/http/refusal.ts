/** An answer other than success; a handler throws it and the service gives it its own shape. */
export class Refusal extends Error {
	/**
	 * @param status the HTTP status
	 * @param code the service's own error code, where the status alone does not tell it
	 */
	constructor(
		readonly status: number,
		message: string,
		readonly code?: string,
		readonly headers?: Record<string, string>,
	) {
		super(message);
	}
}
