import type { Random } from './random';

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

const women = words(`
	Anna, Anouk, Eva, Fatima, Femke, Hanneke, Iris, Julia, Lieke, Lotte, Maaike, Marieke, Noor, Roos,
	Sanne, Sophie, Tess, Willemijn, Yara, Zoë`);

const men = words(`
	Bas, Daan, Erik, Finn, Gijs, Hendrik, Jan, Jeroen, Joris, Kees, Lars, Mohammed, Niels, Pieter,
	Ruben, Sander, Thijs, Tom, Wouter, Youssef`);

const lastNames = words(`
	de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Smit, Meijer, de Boer, Mulder,
	de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits,
	de Graaf, van der Meer, van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel,
	van der Veen, Hoekstra, Özdemir, El Amrani, Wójcik`).map((name) => {
	const [, insertion, lastName] = /^((?:van|den|der|de| )*)(?<=^| )(.+)$/.exec(name)!;
	return [insertion.trim(), lastName] as const;
});

const trades = words(`
	Bouwbedrijf, Loodgietersbedrijf, Schildersbedrijf, Bakkerij, Hoveniersbedrijf,
	Installatiebedrijf, Administratiekantoor, Autobedrijf, Bloemisterij, Drukkerij, Fietsenwinkel,
	Garage, Kapsalon, Meubelmakerij, Rijschool, Slagerij, Timmerbedrijf, Transportbedrijf, Webwinkel,
	Wijnhandel`);

const streets = words(`
	Dorpsstraat, Kerkstraat, Molenweg, Schoolstraat, Stationsweg, Julianalaan, Beatrixstraat,
	Nieuwstraat, Eikenlaan, Havenkade, Marktplein, Industrieweg`);

export const places = words(`
	Alkmaar, Almelo, Assen, Barneveld, Bergen op Zoom, Culemborg, Den Helder, Deurne, Doetinchem,
	Drachten, Elburg, Franeker, Geldrop, Goes, Gouda, Harderwijk, Heerenveen, Helmond, Hengelo,
	Hilversum, Hoogeveen, Hoorn, Kampen, Lelystad, Meppel, Middelburg, Oss, Purmerend, Roermond,
	Roosendaal, Schiedam, Sittard, Sneek, Steenwijk, Terneuzen, Tiel, Veendam, Venray, Vlissingen,
	Waalwijk, Weert, Winterswijk, Woerden, Zaltbommel, Zeist, Zutphen`);

/** `sex` is as in Inboxify: 1 for a man, 2 for a woman. */
export function person(random: Random) {
	const sex = random.chance(50) ? 1 : 2;
	const firstName = random.pick(sex === 1 ? men : women);
	const [insertion, lastName] = random.pick(lastNames);
	return { firstName, insertion, lastName, sex };
}

/** `Bakkerij De Vries B.V.` */
export function companyName(random: Random): string {
	const name = random.pick(lastNames).filter(Boolean).join(' ');
	const capitalized = name[0].toUpperCase() + name.slice(1);
	return `${random.pick(trades)} ${capitalized}${random.chance(60) ? ' B.V.' : ''}`;
}

export function address(random: Random) {
	return {
		address: `${random.pick(streets)} ${random.between(1, 240)}`,
		postalCode: `${random.between(1000, 9999)} ${random.characters(2, 'ABCDEGHJKLMNPRSTVWXZ')}`,
		city: random.pick(places),
	};
}

export const mobileNumber = (random: Random): string => `06${random.digits(8)}`;

/** Letters, digits and hyphens only: `bakkerij-de-vries-b-v`. */
export const slug = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
