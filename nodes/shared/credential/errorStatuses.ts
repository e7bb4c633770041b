/**
 * All HTTP statuses from 300 on but one: what a credential test is to take for an error.
 * @param status the one that is a success
 */
export const errorStatusesExcept = (status: number): number[] =>
	Array.from({ length: 300 }, (_, index) => 300 + index).filter((other) => other !== status);
