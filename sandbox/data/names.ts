import type { Random } from './random';

const women = [
	'Anna',
	'Anouk',
	'Eva',
	'Fatima',
	'Femke',
	'Hanneke',
	'Iris',
	'Julia',
	'Lieke',
	'Lotte',
	'Maaike',
	'Marieke',
	'Noor',
	'Roos',
	'Sanne',
	'Sophie',
	'Tess',
	'Willemijn',
	'Yara',
	'Zoë',
];
const men = [
	'Bas',
	'Daan',
	'Erik',
	'Finn',
	'Gijs',
	'Hendrik',
	'Jan',
	'Jeroen',
	'Joris',
	'Kees',
	'Lars',
	'Mohammed',
	'Niels',
	'Pieter',
	'Ruben',
	'Sander',
	'Thijs',
	'Tom',
	'Wouter',
	'Youssef',
];
const lastNames: ReadonlyArray<readonly [insertion: string, lastName: string]> = [
	['de', 'Jong'],
	['', 'Jansen'],
	['de', 'Vries'],
	['van den', 'Berg'],
	['', 'Bakker'],
	['van', 'Dijk'],
	['', 'Visser'],
	['', 'Smit'],
	['', 'Meijer'],
	['de', 'Boer'],
	['', 'Mulder'],
	['de', 'Groot'],
	['', 'Bos'],
	['', 'Vos'],
	['', 'Peters'],
	['', 'Hendriks'],
	['van', 'Leeuwen'],
	['', 'Dekker'],
	['', 'Brouwer'],
	['de', 'Wit'],
	['', 'Dijkstra'],
	['', 'Smits'],
	['de', 'Graaf'],
	['van der', 'Meer'],
	['van der', 'Linden'],
	['', 'Kok'],
	['', 'Jacobs'],
	['de', 'Haan'],
	['', 'Vermeulen'],
	['van den', 'Heuvel'],
	['van der', 'Veen'],
	['', 'Hoekstra'],
	['', 'Özdemir'],
	['', 'El Amrani'],
	['', 'Wójcik'],
];
const trades = [
	'Bouwbedrijf',
	'Loodgietersbedrijf',
	'Schildersbedrijf',
	'Bakkerij',
	'Hoveniersbedrijf',
	'Installatiebedrijf',
	'Administratiekantoor',
	'Autobedrijf',
	'Bloemisterij',
	'Drukkerij',
	'Fietsenwinkel',
	'Garage',
	'Kapsalon',
	'Meubelmakerij',
	'Rijschool',
	'Slagerij',
	'Timmerbedrijf',
	'Transportbedrijf',
	'Webwinkel',
	'Wijnhandel',
];

export interface Person {
	firstName: string;
	insertion: string;
	lastName: string;
	/** As in Inboxify: 1 for a man, 2 for a woman. */
	sex: 1 | 2;
}

export function person(random: Random): Person {
	const sex = random.chance(50) ? 1 : 2;
	const firstName = random.pick(sex === 1 ? men : women);
	const [insertion, lastName] = random.pick(lastNames);
	return { firstName, insertion, lastName, sex };
}

/** `Bakkerij De Vries B.V.` */
export function companyName(random: Random): string {
	const [insertion, lastName] = random.pick(lastNames);
	const name = insertion ? `${capital(insertion)} ${lastName}` : lastName;
	return `${random.pick(trades)} ${name}${random.chance(60) ? ' B.V.' : ''}`;
}

function capital(text: string): string {
	return text[0].toUpperCase() + text.slice(1);
}
