/** A contact as the service answers it. */
export interface Contact {
	id: string;
	list: string;
	email: string;
	companyName: string;
	firstName: string;
	insertion: string;
	lastName: string;
	/** 0 unknown, 1 man, 2 woman. */
	sex: number;
	telephone: string;
	mobile: string;
	address: string;
	postalCode: string;
	city: string;
	countryCode: string;
	unsubscribed: boolean;
	/** Read-only: the address was refused by its mail server. */
	bounced: boolean;
	/** Read-only, like `2015-02-25T00:00:00`. */
	registrationDate: string;
	free1: string;
	free2: string;
	free3: string;
	/** As it was set, yyyy-mm-dd: an answer with a date in it is not documented. */
	customDate: string | null;
	remarks: string;
	tags: string[];
}

/** The fields that a client sets, with values that passed the checks. */
export type ContactFields = Partial<Omit<Contact, 'id' | 'list' | 'bounced' | 'registrationDate'>>;

const settable = [
	'email',
	'companyName',
	'firstName',
	'insertion',
	'lastName',
	'sex',
	'address',
	'postalCode',
	'city',
	'countryCode',
	'telephone',
	'mobile',
	'remarks',
	'free1',
	'free2',
	'free3',
	'customDate',
	'tags',
	'unsubscribed',
];

/** The settable fields of a contact that passed `problemOf`. */
export function fieldsOf(sent: Record<string, unknown>): ContactFields {
	const fields: Record<string, unknown> = {};
	for (const field of settable) {
		if (sent[field] !== undefined) fields[field] = sent[field];
	}
	// Inboxify's own PHP client sends text.
	if (fields.sex !== undefined) fields.sex = Number(fields.sex);
	if (fields.tags) fields.tags = [...new Set(fields.tags as string[])];
	return fields;
}

/** A contact in which everything that was not sent is empty, as in the document's example. */
export function newContact(
	id: string,
	list: string,
	fields: ContactFields & { email: string },
	registrationDate: string,
): Contact {
	return {
		id,
		list,
		email: fields.email,
		companyName: fields.companyName ?? '',
		firstName: fields.firstName ?? '',
		insertion: fields.insertion ?? '',
		lastName: fields.lastName ?? '',
		sex: fields.sex ?? 0,
		telephone: fields.telephone ?? '',
		mobile: fields.mobile ?? '',
		address: fields.address ?? '',
		postalCode: fields.postalCode ?? '',
		city: fields.city ?? '',
		countryCode: fields.countryCode ?? '',
		unsubscribed: fields.unsubscribed ?? false,
		bounced: false,
		registrationDate,
		free1: fields.free1 ?? '',
		free2: fields.free2 ?? '',
		free3: fields.free3 ?? '',
		customDate: fields.customDate ?? null,
		remarks: fields.remarks ?? '',
		tags: fields.tags ?? [],
	};
}
