import type { Organisation } from '../seed/organisations';
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

export function link(href: string): Link {
	return { href, type: halJson };
}

/** `_links` for the answer, or nothing in a version without HAL. */
export function links(hal: boolean, hrefs: Record<string, string>): Record<string, unknown> {
	if (!hal) return {};
	const byName = Object.entries(hrefs).map(([name, href]) => [name, link(href)]);
	return { _links: Object.fromEntries(byName) };
}

/** An organisation as in the document's examples; a relation that it does not have is null. */
export function written(organisation: Organisation, view: View): Record<string, unknown> {
	const { hoofdOIN, subOINs } = organisation;
	return {
		...details(organisation, view),
		hoofdOIN: hoofdOIN === null ? null : relation(hoofdOIN, view),
		subOINs: subOINs.length === 0 ? null : subOINs.map((oin) => relation(oin, view)),
	};
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
	if (related) return { ...details(related, view), hoofdOIN: null, subOINs: null };
	return view.hal ? selfLink(oin, view) : { oin };
}

function details(organisation: Organisation, view: View): Record<string, unknown> {
	const { hoofdOIN: _head, subOINs: _parts, ...fields } = organisation;
	return view.hal ? { ...selfLink(organisation.oin, view), ...fields } : fields;
}

function selfLink(oin: string, { base }: View): Record<string, unknown> {
	return { _links: { self: link(`${base}/organisaties/${oin}`) } };
}
