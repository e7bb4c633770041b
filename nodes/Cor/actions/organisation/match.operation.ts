import type { INodeProperties } from 'n8n-workflow';

import { checkText, isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { checkKvkNumber, checkOin, checkRsin } from '../../../shared/input/number';
import { countsOf } from '../../../shared/node/hints';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { matchOrganisation, shownOf, type Wanted } from '../../match/match';
import { RegisterReader } from '../../match/register';
import { readElectronicAddress, electronicAddressOption } from './electronicAddress';

/** Alternatives in an output. A model reads fewer. */
const MOST_ALTERNATIVES = 5;
const MOST_FOR_A_MODEL = 3;

const field = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

/** Characters; no name with its address is longer. */
const LONGEST_NAME = 500;

/** What people, spreadsheets and databases put where they know nothing; `#N/B` is an error of Excel. */
const NOTHING =
	/^(?:[^\p{L}\p{N}]*|0+(?:[.,]0+)?|#[\p{L}/0]+[!?]?|n\.?v\.?t\.?|n\/a|geen|leeg|(?:on|niet )bekend|none|nan|null|undefined|unknown)$/iu;

const isNothing = (value: unknown): boolean =>
	isBlank(value) ||
	(['string', 'number'].includes(typeof value) && NOTHING.test(String(value).trim()));

/** Reads what is known of an organisation. @throws InputError */
function readWanted(item: Item): Wanted {
	const read = <T>(name: string, check: (value: unknown) => T): T | undefined => {
		const value = item.parameter(name);
		return isNothing(value) ? undefined : check(value);
	};
	const wanted: Wanted = {
		name: read('name', (value) => checkText('Name', value, LONGEST_NAME)),
		kvkNumber: read('kvkNumber', (value) =>
			checkKvkNumber('KvK Number', value, false).padStart(8, '0'),
		),
		rsin: read('rsin', (value) => checkRsin('RSIN', value)),
		oin: read('oin', checkOin),
	};
	if (Object.values(wanted).some((value) => value !== undefined)) return wanted;
	throw new InputError(
		'Name, KvK Number, RSIN and OIN are all empty',
		'Fill in at least one of them. If the values come from the input, remove the items without one before this node, e.g. with a Filter node.',
	);
}

const keepOption: INodeProperties = {
	displayName: 'Keep Register (Minutes)',
	name: 'keepRegister',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1440, numberPrecision: 2 },
	default: 0,
	description:
		'How long to keep the register in memory after it was read, so that later runs need not read it again. With 0, one item is looked up by a search, and several items share one reading of the register.',
};

const certainOption: INodeProperties = {
	displayName: 'Only Certain',
	name: 'onlyCertain',
	type: 'boolean',
	default: false,
	description:
		'Whether to return only a match that is certain. What is not is returned as null, with its alternatives.',
};

export const match: ItemOperation<RegisterReader> = {
	name: 'Match',
	value: 'match',
	action: 'Match an organisation',
	description:
		'Find the organisation, and so the OIN, that a name or number from your own files belongs to',
	properties: [
		field(
			'Name',
			'name',
			'e.g. gem. Utrecht',
			'Name as it is in your file. Capitals, accents, punctuation, abbreviations such as gem. and prov., a department behind the name and one or two typing errors are understood. What only resembles a name is never certain.',
		),
		field(
			'KvK Number',
			'kvkNumber',
			'e.g. 30280353',
			'Number in the trade register (KvK), 8 digits',
		),
		field(
			'RSIN',
			'rsin',
			'e.g. 002220647',
			'Number of a legal entity (RSIN or fiscal number), 9 digits',
		),
		field('OIN', 'oin', 'e.g. 00000001002220647000', 'Organisation number (OIN), 20 characters'),
	],
	options: [electronicAddressOption, keepOption, certainOption],

	share: (count) => new RegisterReader(count),

	async execute(item, reader) {
		const wanted = readWanted(item);
		const isOnlyCertain = item.option<boolean>(certainOption);
		const withAddress = readElectronicAddress(item);
		const source = await reader.source(item, item.option(keepOption));
		const { entry, certainty, how, alternatives } = await matchOrganisation(wanted, source);
		const isShown = entry !== undefined && (certainty === 'certain' || !isOnlyCertain);
		const others =
			entry !== undefined && !isShown
				? [{ ...shownOf(entry), why: 'It fits best, but is not certain' }, ...alternatives]
				: alternatives;
		return {
			match: isShown ? withAddress(shownOf(entry), entry.organisation) : null,
			certainty,
			how,
			alternatives: others.slice(0, item.isTool ? MOST_FOR_A_MODEL : MOST_ALTERNATIVES),
			isWithdrawn: isShown && entry.isWithdrawn,
		};
	},

	summarize: (outputs) =>
		outputs.length < 2
			? []
			: countsOf(outputs, 'certainty', { certain: 'certain', likely: 'likely', none: 'not found' }),
};
