import type { Organisation } from '../state/organisation';
import { halJson } from './negotiation';

/** How organisations are to be written. */
export interface View {
	/** The address below which `organisaties` is found. */
	base: string;
	/**
	 * False for version 1.0. The document says that HAL came with 1.1 and shows no answer of 1.0:
	 * the same objects without their `_links` are the sandbox's choice.
	 */
	hal: boolean;
	/** Whether relations are written whole. */
	expand: boolean;
	/** Finds a related organisation. */
	find(oin: string): Organisation | undefined;
}

interface Link {
	href: string;
	type: string;
}

function link(href: string): Link {
	return { href, type: halJson };
}

/** `_links` for the answer, or nothing in a version without HAL. */
export function links(hal: boolean, hrefs: Record<string, string>): Record<string, unknown> {
	if (!hal) return {};
	const byName: Record<string, Link> = {};
	for (const name of Object.keys(hrefs)) byName[name] = link(hrefs[name]);
	return { _links: byName };
}

/** An organisation as in the document's examples; a relation that it does not have is null. */
export function written(organisation: Organisation, view: View): Record<string, unknown> {
	const { hoofdOIN, subOINs } = organisation;
	return withRelations(
		organisation,
		view,
		hoofdOIN === null ? null : relation(hoofdOIN, view),
		subOINs.length === 0 ? null : subOINs.map((oin) => relation(oin, view)),
	);
}

/**
 * The links of a page, in the document's order. The document shows a page in the middle: that the
 * first page has no `prev` and the last no `next` is the sandbox's choice.
 *
 * @param href gives the address of a page
 */
export function pageLinks(
	hal: boolean,
	page: number,
	pages: number,
	href: (page: number) => string,
): Record<string, unknown> {
	return links(hal, {
		self: href(page),
		first: href(1),
		...(page > 1 ? { prev: href(page - 1) } : {}),
		...(page < pages ? { next: href(page + 1) } : {}),
		last: href(pages),
	});
}

/** With `expand` everything but the relation's own relations, which the example has as null. */
function relation(oin: string, view: View): Record<string, unknown> {
	const related = view.expand ? view.find(oin) : undefined;
	if (related) return withRelations(related, view, null, null);
	return view.hal ? { _links: selfLink(oin, view) } : { oin };
}

function withRelations(
	organisation: Organisation,
	view: View,
	hoofdOIN: unknown,
	subOINs: unknown,
): Record<string, unknown> {
	return {
		// JSON leaves out what is undefined.
		_links: view.hal ? selfLink(organisation.oin, view) : undefined,
		oin: organisation.oin,
		naam: organisation.naam,
		status: organisation.status,
		kvkNummer: organisation.kvkNummer,
		organisatieCode: organisation.organisatieCode,
		organisatieType: organisation.organisatieType,
		afgifteDatum: organisation.afgifteDatum,
		laatstAangepastDatum: organisation.laatstAangepastDatum,
		intrekDatum: organisation.intrekDatum,
		hoofdOIN,
		subOINs,
	};
}

function selfLink(oin: string, { base }: View): Record<string, Link> {
	return { self: link(`${base}/organisaties/${oin}`) };
}
