import { address, mobileNumber, slug } from '../../data/addresses';
import { companyName, person } from '../../data/names';
import { Random } from '../../data/random';
import { seeded } from '../../data/seeded';

/** The settable fields of a seeded contact; the rest stays empty. */
export interface SeedSubscriber {
	id: string;
	email: string;
	companyName: string;
	firstName: string;
	insertion: string;
	lastName: string;
	sex: number;
	address: string;
	postalCode: string;
	city: string;
	countryCode: string;
	mobile: string;
	tags: string[];
	unsubscribed: boolean;
	bounced: boolean;
	/** As in the document's example: `2015-02-25T00:00:00`. */
	registrationDate: string;
}

const tags = ['Merk A', 'Merk B', 'Klant', 'Zakelijk', 'Actie voorjaar', 'Beurs', 'VIP'];
const firstRegistration = Date.UTC(2015, 1, 25);
const day = 86_400_000;

/** An id like the one in the document, which is 16 bytes in base64 written in hexadecimal. */
export function inboxifyId(random: Random): string {
	return Buffer.from(random.bytes(16).toString('base64')).toString('hex').toUpperCase();
}

/** Contacts of one list, in order of registration; about 8 % unsubscribed and 2 % bounced. */
export const seedSubscribers = seeded((list: string, count: number): SeedSubscriber[] => {
	const random = new Random(`inboxify ${list}`);
	const subscribers: SeedSubscriber[] = [];
	for (let index = 1; index <= count; index++) {
		const someone = person(random);
		const registered = firstRegistration + Math.floor((index / count) * 4000) * day;
		subscribers.push({
			id: inboxifyId(random),
			email: `${slug(`${someone.firstName} ${someone.lastName}`)}.${index}@post.example`,
			companyName: random.chance(40) ? companyName(random) : '',
			...someone,
			...address(random),
			countryCode: random.chance(94) ? 'NLD' : 'BEL',
			mobile: random.chance(70) ? mobileNumber(random) : '',
			tags: tags.filter(() => random.chance(20)),
			unsubscribed: random.chance(8),
			bounced: random.chance(2),
			registrationDate: `${new Date(registered).toISOString().slice(0, 10)}T00:00:00`,
		});
	}
	return subscribers;
});
