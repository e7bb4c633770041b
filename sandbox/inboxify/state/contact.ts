/** A new contact: everything that was not sent is empty, as in the document's example. */
const blank = {
	id: '',
	list: '',
	email: '',
	companyName: '',
	firstName: '',
	insertion: '',
	lastName: '',
	/** 0 unknown, 1 man, 2 woman. */
	sex: 0,
	telephone: '',
	mobile: '',
	address: '',
	postalCode: '',
	city: '',
	countryCode: '',
	unsubscribed: false,
	/** Read-only: the address was refused by its mail server. */
	bounced: false,
	/** Read-only, like `2015-02-25T00:00:00`. */
	registrationDate: '',
	free1: '',
	free2: '',
	free3: '',
	/** As it was set, yyyy-mm-dd: the document shows no answer with a date. */
	customDate: null as string | null,
	remarks: '',
	tags: [] as string[],
};

export type Contact = typeof blank;

const readOnly = ['id', 'list', 'bounced', 'registrationDate'] as const;

/** The fields that a client sets, with valid values. */
export type ContactFields = Partial<Omit<Contact, (typeof readOnly)[number]>>;

const settable = Object.keys(blank).filter((field) => !readOnly.some((other) => other === field));

/** The settable fields of a contact that passed `problemOf`. */
export function fieldsOf(sent: Record<string, unknown>): ContactFields {
	const given = settable.filter((field) => sent[field] !== undefined);
	const fields = Object.fromEntries(given.map((field) => [field, sent[field]]));
	// Inboxify's own PHP client sends text.
	if (fields.sex !== undefined) fields.sex = Number(fields.sex);
	if (fields.tags) fields.tags = [...new Set(fields.tags as string[])];
	return fields;
}

export const newContact = (
	id: string,
	list: string,
	fields: ContactFields & { email: string },
	registrationDate: string,
): Contact => ({ ...blank, tags: [], ...fields, id, list, registrationDate });
