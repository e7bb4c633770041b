/** The service wants to be left alone for longer than anybody here may wait. */
export class PauseError extends Error {
	/** @param milliseconds from now on */
	constructor(readonly milliseconds: number) {
		super(`The service asks for a pause of ${Math.ceil(milliseconds / 1000)} s`);
		this.name = 'PauseError';
	}
}
