/** The last lines of a text, for a message about what went wrong. */
export function lastLines(text: string, count = 40): string {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
