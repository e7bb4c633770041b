import { places } from '../../data/people';
import type { Organisation } from './organisation';

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);
const rows = (text: string): string[][] => words(text).map((row) => row.split('='));

const municipalities = rows(`
	Amsterdam=0363, Rotterdam=0599, 's-Gravenhage=0518, Utrecht=0344, Eindhoven=0772, Groningen=0014,
	Tilburg=0855, Almere=0034, Breda=0758, Nijmegen=0268, Apeldoorn=0200, Haarlem=0392, Arnhem=0202,
	Enschede=0153, Amersfoort=0307, Zaanstad=0479, 's-Hertogenbosch=0796, Haarlemmermeer=0394,
	Zwolle=0193, Zoetermeer=0637, Leiden=0546, Leeuwarden=0080, Maastricht=0935, Dordrecht=0505,
	Ede=0228, Alphen aan den Rijn=0484, Emmen=0114, Delft=0503, Venlo=0983, Deventer=0150`);

/** Their codes are padded to the four characters that COR asks for. */
const provinces = rows(`
	Groningen=0020, Fryslân=0021, Drenthe=0022, Overijssel=0023, Flevoland=0024, Gelderland=0025,
	Utrecht=0026, Noord-Holland=0027, Zuid-Holland=0028, Zeeland=0029, Noord-Brabant=0030,
	Limburg=0031`);

/** The codes and some of the abbreviations are made up. */
const waterBoards = rows(`
	Waterschap Aa en Maas=0654=AAM, Waterschap De Dommel=0655=WDD,
	Waterschap Hollandse Delta=0656=WSHD, Waterschap Limburg=0657=WSL,
	Waterschap Noorderzijlvest=0658=NZV, Waterschap Rivierenland=0659=WSRL,
	Waterschap Scheldestromen=0660=WSS, Waterschap Vallei en Veluwe=0661=WSVV,
	Wetterskip Fryslân=0662=WF, Hoogheemraadschap van Delfland=0663=HHD,
	Hoogheemraadschap van Rijnland=0664=HHR, Hoogheemraadschap Hollands Noorderkwartier=0665=HHNK`);

export const governments = (): Array<Partial<Organisation>> => [
	...municipalities.map(([name, organisatieCode]) => ({
		naam: `Gemeente ${name}`,
		organisatieCode,
		organisatieType: 'GM' as const,
	})),
	...provinces.map(([name, organisatieCode]) => ({
		naam: `Provincie ${name}`,
		organisatieCode,
		organisatieType: 'PV' as const,
	})),
	...waterBoards.map(([naam, organisatieCode, afkorting]) => ({
		naam,
		organisatieCode,
		afkorting,
		organisatieType: 'WS' as const,
	})),
];

const kinds = words(`
	Belastingsamenwerking, Brandweer, GGD, Havenbedrijf, Huisartsenpost, Jeugdzorg, Kredietbank,
	Milieudienst, Omgevingsdienst, Openbaar lichaam, Recreatieschap, Regionaal Archief, Scholengroep,
	Sociale Dienst, Stadsbank, Stichting Bibliotheek, Uitvoeringsdienst, Veiligheidsregio,
	Werkbedrijf, Woningstichting`);

/** Names of other organisations, all different: `Omgevingsdienst Zutphen`. */
export function* organisationNames(): Generator<string> {
	for (let round = 1; ; round++) {
		for (const place of places) {
			for (const kind of kinds) yield `${kind} ${place}${round > 1 ? ` ${round}` : ''}`;
		}
	}
}
