import { Refusal, type Exchange } from '../http/exchange';
import { wholeNumber, word } from '../http/query';
import type { Spelling } from './state';
import { dutchMidnight, toDateTime, type Organisation } from './state/organisation';

export const halJson = 'application/hal+json';
const plainJson = 'application/json';

/** What a request asks for in its headers. */
export interface Wanted {
	/** False for version 1.0. */
	hal: boolean;
	mediaType: string;
}

/**
 * The document names `application/hal+json` as the format and `application/json` where it explains
 * 406, in more than one letter case. Refusing a wildcard, and answering with the type that was asked
 * for, is the sandbox's choice.
 * @throws Refusal 405 for another method than GET, 406 for another type or version
 */
export function negotiate({ incoming, entry: { headers } }: Exchange): Wanted {
	if (incoming.method !== 'GET') throw new Refusal(405, 'Only GET is allowed.');
	const accepted = (headers.accept ?? '')
		.split(',')
		.map((range) => range.split(';')[0].trim().toLowerCase());
	const acceptsHal = accepted.includes(halJson);
	if (!acceptsHal && !accepted.includes(plainJson)) {
		throw new Refusal(406, `Accept must be ${halJson}.`);
	}
	const version = headers['accept-version'] ?? '1.1';
	if (version !== '1.0' && version !== '1.1') {
		throw new Refusal(406, 'Accept-Version must be 1.0 or 1.1.');
	}
	const hal = version === '1.1';
	return { hal, mediaType: hal && acceptsHal ? halJson : plainJson };
}

type Query = Record<string, string>;
type Test = (organisation: Organisation) => boolean;

// The document has 20 digits, and 4 and 2 characters; today others occur too.
const equals = {
	oin: { pattern: /^[\dA-Z]{20}$/i, rule: '20 digits or letters' },
	naam: { pattern: /./, rule: 'a name' },
	kvkNummer: { pattern: /^\d{8}$/, rule: '8 digits' },
	organisatieCode: { pattern: /^.{4,}$/, rule: 'at least 4 characters' },
	organisatieType: { pattern: /^.{2,}$/, rule: 'at least 2 characters' },
};

// `fields`, `geldigOp` and `beschikbaarOp` are in the OpenAPI description; here they do nothing.
const ofList = [...Object.keys(equals), 'status', 'zoek', 'expand', 'pagina', 'fields'];
const ofOne = ['expand', 'fields', 'geldigOp', 'beschikbaarOp'];

/** Refuses with 400 an unknown parameter: our reading of the document's 'ongeldige parameters'. */
function refuseUnknown(query: Query, known: readonly string[]): void {
	const unknown = Object.keys(query).find((name) => !known.includes(name));
	if (unknown !== undefined) throw new Refusal(400, `There is no parameter ${unknown}.`);
}

export const checkParametersOfOne = (query: Query): void => refuseUnknown(query, ofOne);

/** The tests that an organisation in the list has to pass. @throws Refusal 400 */
export function filtersOf(query: Query): Test[] {
	refuseUnknown(query, ofList);
	const tests: Test[] = [];
	for (const name of Object.keys(equals) as Array<keyof typeof equals>) {
		const { pattern, rule } = equals[name];
		const wanted = query[name];
		if (wanted === undefined) continue;
		if (!pattern.test(wanted)) throw new Refusal(400, `${name} must be ${rule}.`);
		tests.push((organisation) => organisation[name] === wanted);
	}
	const status = word(query, 'status', ['Actief', 'Ingetrokken']);
	if (status) tests.push((organisation) => organisation.status === status);
	if (query.zoek !== undefined) tests.push(search(query.zoek));
	return tests;
}

export const pageOf = (query: Query): number => wholeNumber(query, 'pagina', { absent: 1, min: 1 });

export const expandOf = (query: Query): boolean =>
	word(query, 'expand', ['true', 'false']) === 'true';

/** Searches name, OIN and abbreviation, by the document. */
function search(text: string): Test {
	if (text === '') throw new Refusal(400, 'zoek must not be empty.');
	// Letter case is not documented for this 'like'; most databases ignore it.
	const wanted = text.toLowerCase();
	return ({ naam, oin, afkorting = '' }) =>
		[oin, naam, afkorting].some((value) => value.toLowerCase().includes(wanted));
}

/** How organisations are written. */
export interface View {
	/** The URL that `organisaties` is below. */
	base: string;
	/**
	 * False for version 1.0. The document says that HAL came with 1.1 and shows no answer of 1.0:
	 * the same objects without their `_links` are the sandbox's choice.
	 */
	hal: boolean;
	spelling: Spelling;
	/** Whether relations are written whole. */
	expand: boolean;
	find(oin: string): Organisation | undefined;
}

/** `_links` for the answer, or nothing in a version without HAL. */
export function links(hal: boolean, hrefs: Record<string, string>): Record<string, unknown> {
	const entries = Object.entries(hrefs).map(([name, href]) => [name, { href, type: halJson }]);
	return hal ? { _links: Object.fromEntries(entries) } : {};
}

/** The links of a page. No `prev` on the first and no `next` on the last is our choice. */
export const pageLinks = (
	hal: boolean,
	page: number,
	pages: number,
	href: (page: number) => string,
): Record<string, unknown> =>
	links(hal, {
		self: href(page),
		first: href(1),
		...(page > 1 ? { prev: href(page - 1) } : {}),
		...(page < pages ? { next: href(page + 1) } : {}),
		last: href(pages),
	});

const selfLink = (oin: string, { hal, base }: View) =>
	links(hal, { self: `${base}/organisaties/${oin}` });

/** An organisation as in the document's examples; a relation that it does not have is null. */
export function written(organisation: Organisation, view: View): Record<string, unknown> {
	const { hoofdOIN, subOINs } = organisation;
	return withRelations(organisation, view, {
		hoofdOIN: hoofdOIN === null ? null : relation(hoofdOIN, view),
		subOINs: subOINs.length === 0 ? null : subOINs.map((oin) => relation(oin, view)),
	});
}

/** With `expand` everything but the relation's own relations, which the example has as null. */
function relation(oin: string, view: View): Record<string, unknown> {
	const related = view.expand ? view.find(oin) : undefined;
	if (related) return withRelations(related, view, { hoofdOIN: null, subOINs: null });
	return view.hal ? selfLink(oin, view) : { oin };
}

function withRelations(
	organisation: Organisation,
	view: View,
	relations: object,
): Record<string, unknown> {
	const written = {
		...selfLink(organisation.oin, view),
		...organisation,
		...relations,
		// No answer holds them: JSON leaves out what is undefined.
		afkorting: undefined,
		aangepastOp: undefined,
	};
	if (view.spelling === 'document') return written;
	const { kvkNummer, ...others } = written;
	const { aangepastOp, laatstAangepastDatum: changed } = organisation;
	const isThatDay = aangepastOp && changed === toDateTime(dutchMidnight(new Date(aangepastOp)));
	return {
		...others,
		KVKNummer: kvkNummer,
		laatstAangepastDatum: isThatDay ? aangepastOp : changed,
	};
}
