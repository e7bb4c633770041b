/** Organisations that were merged into others, by the Dutch midnight of that day: public knowledge. */
export const ended: Readonly<Record<string, string>> = {
	'2013-12-31T23:00:00Z': 'Rijnwoude',
	'2014-12-31T23:00:00Z': 'Maasdonk',
	'2015-12-31T23:00:00Z': 'Groot Salland, Reest en Wieden',
	'2016-12-31T23:00:00Z': 'Peel en Maasvallei, Roer en Overmaas',
	'2018-12-31T23:00:00Z': `Aalburg, Bedum, Binnenmaas, Cromstrijen, De Marne, Dongeradeel, Eemsmond,
		Ferwerderadiel, Geldermalsen, Giessenlanden, Grootegast, Haarlemmerliede en Spaarnwoude, Haren,
		Kollumerland c.a., Korendijk, Leek, Leerdam, Lingewaal, Marum, Molenwaard, Neerijnen,
		Noordwijkerhout, Nuth, Onderbanken, Oud-Beijerland, Schinnen, Strijen, Ten Boer, Vianen,
		Werkendam, Winsum, Woudrichem, Zederik, Zuidhorn`,
	'2020-12-31T23:00:00Z': 'Appingedam, Delfzijl, Haaren, Loppersum',
	'2021-12-31T23:00:00Z': `Beemster, Boxmeer, Cuijk, Grave, Heerhugowaard, Landerd, Langedijk,
		Mill en Sint Hubert, Sint Anthonis, Uden`,
	'2022-03-23T23:00:00Z': 'Weesp',
	'2022-12-31T23:00:00Z': 'Brielle, Hellevoetsluis, Westvoorne',
};
