import { wholeNumber, word } from '../../http/query';
import { Refusal } from '../../http/refusal';
import type { Organisation } from '../state/organisation';

type Query = Record<string, string>;
type Test = (organisation: Organisation) => boolean;
type Equal = 'oin' | 'naam' | 'kvkNummer' | 'organisatieCode' | 'organisatieType';

const equals: Record<Equal, { pattern: RegExp; rule: string }> = {
	oin: { pattern: /^\d{20}$/, rule: '20 digits' },
	naam: { pattern: /./, rule: 'a name' },
	kvkNummer: { pattern: /^\d{8}$/, rule: '8 digits' },
	organisatieCode: { pattern: /^.{4}$/, rule: '4 characters' },
	organisatieType: { pattern: /^.{2}$/, rule: '2 characters' },
};

/** Known from the OpenAPI description; what they do is not, so here they do nothing. */
const withoutEffect = ['fields'];
const withoutEffectOnOne = [...withoutEffect, 'geldigOp', 'beschikbaarOp'];
const ofList = [...Object.keys(equals), 'status', 'zoek', 'expand', 'pagina', ...withoutEffect];
const ofOne = ['expand', ...withoutEffectOnOne];

/**
 * The tests that an organisation in the list has to pass, all of them.
 *
 * @throws Refusal 400 for a value that the document rules out, and for an unknown parameter: that
 *   the document's 'ongeldige parameters' covers the latter is the sandbox's choice
 */
export function filtersOf(query: Query): Test[] {
	refuseUnknown(query, ofList);
	const tests: Test[] = [];
	for (const [name, { pattern, rule }] of Object.entries(equals) as Array<
		[Equal, (typeof equals)[Equal]]
	>) {
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

export function pageOf(query: Query): number {
	return wholeNumber(query, 'pagina', { absent: 1, min: 1 });
}

export function expandOf(query: Query): boolean {
	return word(query, 'expand', ['true', 'false']) === 'true';
}

/** Refuses with 400 a parameter that one organisation does not take. */
export function checkParametersOfOne(query: Query): void {
	refuseUnknown(query, ofOne);
}

/** Name, OIN and abbreviation are searched, by the document. */
function search(text: string): Test {
	if (text === '') throw new Refusal(400, 'zoek must not be empty.');
	// Letter case is not documented for this 'like'; most databases pass over it.
	const wanted = text.toLowerCase();
	return ({ naam, oin, afkorting = '' }) =>
		[oin, naam, afkorting].some((text) => text.toLowerCase().includes(wanted));
}

function refuseUnknown(query: Query, known: readonly string[]): void {
	for (const name of Object.keys(query)) {
		if (!known.includes(name)) throw new Refusal(400, `There is no parameter ${name}.`);
	}
}
