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
const streets = [
	'Dorpsstraat',
	'Kerkstraat',
	'Molenweg',
	'Schoolstraat',
	'Stationsweg',
	'Julianalaan',
	'Beatrixstraat',
	'Nieuwstraat',
	'Eikenlaan',
	'Havenkade',
	'Marktplein',
	'Industrieweg',
];

/** Towns that contacts live in and regions are named after. */
export const places = [
	'Alkmaar',
	'Almelo',
	'Assen',
	'Barneveld',
	'Bergen op Zoom',
	'Culemborg',
	'Den Helder',
	'Deurne',
	'Doetinchem',
	'Drachten',
	'Elburg',
	'Franeker',
	'Geldrop',
	'Goes',
	'Gouda',
	'Harderwijk',
	'Heerenveen',
	'Helmond',
	'Hengelo',
	'Hilversum',
	'Hoogeveen',
	'Hoorn',
	'Kampen',
	'Lelystad',
	'Meppel',
	'Middelburg',
	'Oss',
	'Purmerend',
	'Roermond',
	'Roosendaal',
	'Schiedam',
	'Sittard',
	'Sneek',
	'Steenwijk',
	'Terneuzen',
	'Tiel',
	'Veendam',
	'Venray',
	'Vlissingen',
	'Waalwijk',
	'Weert',
	'Winterswijk',
	'Woerden',
	'Zaltbommel',
	'Zeist',
	'Zutphen',
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

export function address(random: Random): { address: string; postalCode: string; city: string } {
	return {
		address: `${random.pick(streets)} ${random.between(1, 240)}`,
		postalCode: `${random.between(1000, 9999)} ${random.characters(2, 'ABCDEGHJKLMNPRSTVWXZ')}`,
		city: random.pick(places),
	};
}

/** Ten digits, of which the first two are 06. */
export function mobileNumber(random: Random): string {
	return `06${random.digits(8)}`;
}

/** Letters, digits and hyphens only: `bakkerij-de-vries-b-v`. */
export function slug(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

function capital(text: string): string {
	return text[0].toUpperCase() + text.slice(1);
}
