import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';

const or = (value: unknown) => (value === undefined ? null : value) as IDataObject[string];

/**
 * The OIN of a related organisation: its own field, or with `expand=false` the last segment of the
 * path of its link.
 */
function relatedOin(relation: unknown): string | null {
	if (typeof relation === 'string') return relation;
	if (!isObject(relation)) return null;
	if (relation.oin) return String(relation.oin);
	const links = isObject(relation._links) ? relation._links : {};
	const href = isObject(links.self) ? String(links.self.href ?? '') : '';
	return /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(href)?.[1] ?? null;
}

/** What a field holds as a list: HAL may give a single relation bare. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return value === undefined || value === null || value === '' ? [] : [value];
}

/**
 * An organisation without links: `hoofdOin` an OIN or null, `subOins` a list of OINs. Fields that
 * the register leaves out become null.
 */
export function simplify(organisation: IDataObject): IDataObject {
	const subs = listOf(organisation.subOINs);
	const [main] = listOf(organisation.hoofdOIN);
	return {
		oin: or(organisation.oin),
		naam: or(organisation.naam),
		status: or(organisation.status),
		kvkNummer: or(organisation.kvkNummer),
		organisatieCode: or(organisation.organisatieCode),
		organisatieType: or(organisation.organisatieType),
		afgifteDatum: or(organisation.afgifteDatum),
		laatstAangepastDatum: or(organisation.laatstAangepastDatum),
		intrekDatum: or(organisation.intrekDatum),
		hoofdOin: relatedOin(main),
		subOins: subs.map(relatedOin).filter((oin) => oin !== null),
	};
}

/** Simplifies organisations in place, so that a long list is held once. */
export function simplifyAll(organisations: IDataObject[]): IDataObject[] {
	organisations.forEach((organisation, index) => {
		organisations[index] = simplify(organisation);
	});
	return organisations;
}
