import type { Random } from './random';

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
