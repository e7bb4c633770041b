/** The words of generated text. Labels and descriptions are the editor's, in English. */
export interface Language {
	folder: string;
	locale: string;
	fields: [field: string, required: string, value: string, initial: string, description: string];
	events: [event: string, value: string, description: string];
	/** Whether operations have the editor's description; otherwise it is written by hand. */
	hasDescriptions: boolean;
	required: string;
	text: string;
	secret: string;
	number: string;
	range(minimum: number | undefined, maximum: number | undefined): string;
	on: string;
	off: string;
	date: string;
	dateTime: string;
	oneOf: string;
	/** Of too many choices to list. */
	fromList: string;
	several: string;
	entries: string;
	columns: string;
	collection: string;
	example: string;
	/** A field is shown only when another one has one of these values. */
	only(label: string, values: string[]): string;
	or: string;
	noFields: string;
	sample: string;
	polls: {
		records: string;
		contacts: string;
		organisations: string;
		first: string;
		unchanged: string;
		changed: string;
		shortest: string;
		minutes(count: number): string;
	};
}

const english: Language = {
	folder: 'docs',
	locale: 'en',
	fields: ['Field', 'Required', 'Value', 'Default', 'Description'],
	events: ['Event', 'In `event`', 'Description'],
	hasDescriptions: true,
	required: 'yes',
	text: 'text',
	secret: 'text, hidden',
	number: 'number',
	range: (minimum, maximum) =>
		maximum === undefined ? `from ${minimum}` : `${minimum} to ${maximum}`,
	on: 'on',
	off: 'off',
	date: 'date',
	dateTime: 'date and time',
	oneOf: 'one of:',
	fromList: 'one from the list',
	several: 'one or more from the list',
	entries: 'any number of entries',
	columns: 'columns, mapped by hand or automatically',
	collection: 'any of the fields below',
	example: 'e.g.',
	only: (label, values) => `Only if *${label}* is ${values.join(' or ')}.`,
	or: 'or',
	noFields: 'No fields.',
	sample: 'Sample output:',
	polls: {
		records: 'Records in the list',
		contacts: 'Contacts in the list',
		organisations: 'Organisations in the register',
		first: 'Requests in the first poll',
		unchanged: 'Requests in each later poll',
		changed: 'Requests in a poll after a change',
		shortest: 'Poll at most once every',
		minutes: (count) => (count === 1 ? 'minute' : `${count} minutes`),
	},
};

const dutch: Language = {
	folder: 'docs/nl',
	locale: 'nl',
	fields: ['Veld', 'Verplicht', 'Waarde', 'Standaard', 'Beschrijving in de editor'],
	events: ['Gebeurtenis', 'In `event`', 'Beschrijving in de editor'],
	hasDescriptions: false,
	required: 'ja',
	text: 'tekst',
	secret: 'tekst, verborgen',
	number: 'getal',
	range: (minimum, maximum) =>
		maximum === undefined ? `vanaf ${minimum}` : `${minimum} tot en met ${maximum}`,
	on: 'aan',
	off: 'uit',
	date: 'datum',
	dateTime: 'datum en tijd',
	oneOf: 'een van:',
	fromList: 'een uit de lijst',
	several: 'een of meer uit de lijst',
	entries: 'elk aantal',
	columns: 'kolommen, met de hand of automatisch gekoppeld',
	collection: 'de velden hieronder, naar keuze',
	example: 'bijv.',
	only: (label, values) => `Alleen als *${label}* ${values.join(' of ')} is.`,
	or: 'of',
	noFields: 'Er zijn geen velden.',
	sample: 'Voorbeeld van de uitvoer:',
	polls: {
		records: 'Records in de lijst',
		contacts: 'Contacten in de lijst',
		organisations: 'Organisaties in het register',
		first: 'Verzoeken van de eerste poll',
		unchanged: 'Verzoeken van elke latere poll',
		changed: 'Verzoeken van een poll na een wijziging',
		shortest: 'Poll hoogstens elke',
		minutes: (count) => (count === 1 ? 'minuut' : `${count} minuten`),
	},
};

export const languages: Language[] = [english, dutch];
