import { Stopwatch } from '../async/stopwatch';

/** What happened during a run that a user may want explained. */
export class RunStatistics {
	/** How long the rate limit held requests back. */
	readonly heldBack = new Stopwatch();

	/** Requests that were sent more than once. */
	retried = 0;

	/** Value of a `Deprecation` header. */
	deprecation?: string;

	/** Entries of lists with a limit: how many were returned, and how many there are. */
	readonly cut = { returned: 0, total: 0 };

	/** @param warnings sentences of the service, e.g. about a certificate that expires soon */
	constructor(readonly warnings: readonly string[] = []) {}
}
