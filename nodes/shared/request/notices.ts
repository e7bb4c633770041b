/** What happened on the way that a user would otherwise wonder about. */
export class Notices {
	/** Requests that were sent more than once. */
	retried = 0;

	/** Value of a `Deprecation` header. */
	deprecation?: string;

	/** Entries that were returned by lists with a limit, of how many there are. */
	readonly cut = { returned: 0, total: 0 };

	/** Sentences of the service, e.g. about a certificate that expires soon. */
	readonly warnings: string[] = [];
}
