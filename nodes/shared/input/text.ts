/**
 * Characters that can't be seen: zero-width spaces, direction marks, soft hyphens, byte order marks
 * and the like. Within an emoji they are part of what is seen.
 */
const INVISIBLE =
	/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** All but ASCII, and the ASCII that is normalised too. */
const UNUSUAL = /[^\x21-\x7e]/;

/** Hyphens that look like the one of a keyboard, as a word processor puts them. */
const HYPHENS = /[\u2010\u2011]/g;

/**
 * Normalises text that identifies something, such as an address, a number, a search word or a
 * filter: NFC, plain spaces and hyphens, no invisible characters, and no white space around it.
 */
export function identifying(text: string): string {
	if (!UNUSUAL.test(text)) return text;
	const visible = text.replace(INVISIBLE, '').normalize('NFC');
	return visible
		.replace(HYPHENS, '-')
		.replace(/\r\n|\s/g, ' ')
		.trim();
}

/**
 * Normalises free text: no white space around it, and line breaks without the `\r` of a file made
 * on Windows.
 */
export const freeText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** What a search compares, not what tells one record from another: text whatever its capitals, and the shape of its dashes and apostrophes. */
export const searchable = (text: string): string =>
	identifying(text)
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.replace(/\p{Pd}/gu, '-')
		.toLowerCase();

/**
 * What makes text unfit to be sent: half of a character, as text that was cut leaves it, or a NUL.
 * Services refuse a whole request for either.
 * @returns as it goes on after "holds"; undefined for text that is fine
 */
export function flawOf(text: string): string | undefined {
	if (text.includes('\0')) return 'a NUL character (U+0000)';
	return /\p{Surrogate}/u.test(text) ? 'half a character' : undefined;
}
