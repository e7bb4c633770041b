const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

const hour = 3_600_000;

/** The beginning of the day in the Netherlands, as the register dates: 22:00 or 23:00 UTC. */
export function dutchMidnight(at: Date): Date {
	const day = calendar.format(at);
	const inWinter = new Date(Date.parse(`${day}T00:00:00Z`) - hour);
	const inSummer = new Date(inWinter.getTime() - hour);
	return calendar.format(inSummer) === day ? inSummer : inWinter;
}
