/** A generated part is between `<!-- its name -->` and this. */
const END = '<!-- end -->';
const MARKER = /^<!-- (.+) -->$/gm;

/** @throws Error for a part without an end, or inside another */
function partsIn(markdown: string): string[] {
	const names = [...markdown.matchAll(MARKER)].map(([, name]) => name);
	names.forEach((name, index) => {
		if ((name === 'end') === (index % 2 === 0))
			throw new Error(`<!-- ${name} --> is out of place.`);
	});
	if (names.length % 2 !== 0) throw new Error(`<!-- ${names.at(-1)} --> has no ${END}.`);
	return names.filter((name) => name !== 'end');
}

/** Replaces the generated parts. @throws Error for a missing, repeated or unknown part */
export function fillParts(markdown: string, parts: ReadonlyMap<string, string>): string {
	const names = partsIn(markdown);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new Error(`<!-- ${twice} --> is there twice.`);
	const missing = [...parts.keys()].filter((name) => !names.includes(name));
	if (missing.length > 0) {
		const wanted = missing.map((name) => `<!-- ${name} -->\n${END}`);
		throw new Error(`Put these where they belong:\n\n${wanted.join('\n\n')}`);
	}
	const pieces = markdown.split(/^(<!-- .+ -->)$/m);
	return pieces
		.map((piece, index) => {
			const [, name] = /^<!-- (.+) -->$/.exec(pieces[index - 1] ?? '') ?? [];
			if (name === undefined || name === 'end') return piece;
			const text = parts.get(name);
			if (text === undefined) throw new Error(`Nothing is generated for <!-- ${name} -->.`);
			return `\n\n${text}\n\n`;
		})
		.join('');
}

/** A generated part as it is in a document; empty when there is none. */
export const partIn = (markdown: string, name: string): string =>
	markdown.split(`<!-- ${name} -->`)[1]?.split(END)[0].trim() ?? '';

export const withoutMarks = (markdown: string): string => markdown.replace(/^<!-- .+ -->\n/gm, '');
