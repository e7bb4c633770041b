import type { Contact, ContactList, Sandbox } from '../../../sandbox';
import type { Occasion } from './occasion';
import { open, submitForm } from './visitor';

export const listOf = ({ inboxify }: Sandbox) => inboxify.findList('Webshopklanten')!;

/** The contact with an address, which is added when it isn't in the list. */
export const contactIn = (list: ContactList, email: unknown): Contact =>
	list.contacts.get(String(email)) ?? list.add({ email: String(email) });

/** 500 contacts, of which seven fail: five exist already, two have a bad address. */
function contactsIn(sandbox: Sandbox): string {
	const known = listOf(sandbox).contacts.rows.slice(0, 5);
	const names = ['Sanne,Jansen', 'Daan,Smit', 'Fatima,Bos', 'Jeroen,Dekker', 'Anna,Kok'];
	const rows = [
		...known.map(({ email, firstName, lastName }) => [email, firstName, lastName].join()),
		'no e-mail address,Kees,Bakker',
		'an.address.with.more.than.fifty.characters.in.it@long.example,Anna,Visser',
		...Array.from(
			{ length: 493 },
			(_, index) => `customer${index + 1}@webshop.example,${names[index % names.length]}`,
		),
	];
	return ['email,firstName,lastName', ...rows].join('\n');
}

export const bulkImport: Occasion = {
	async happen({ sandbox, server }) {
		const file = new File([contactsIn(sandbox)], 'contacts.csv', { type: 'text/csv' });
		await submitForm(server, 'import-contacts', [file]);
	},
};

export const signUp: Occasion = {
	async happen({ server, mailbox }) {
		await submitForm(server, 'newsletter', ['Noor', 'noor.vanberg@post.example']);
		const { text = '' } = await mailbox.take('newsletter');
		const [link] = /http:\S+/.exec(text) ?? [];
		if (link === undefined) throw new Error(`There is no link in the e-mail:\n${text}`);
		await open(link);
	},
};

/** Somebody whom Corlega knows too asks to be deleted. */
export const privacyRequest: Occasion = {
	prepare({ sandbox }) {
		const [, , , { email }] = sandbox.corlega.contacts.rows;
		for (const name of ['Webshopklanten', 'Leden & donateurs']) {
			contactIn(sandbox.inboxify.findList(name)!, email);
		}
	},

	async happen({ sandbox, server }) {
		const [, , , { email }] = sandbox.corlega.contacts.rows;
		await submitForm(server, 'privacy-request', [String(email), 'Erasure']);
	},
};

/** One unsubscribes, two addresses bounce, of which Corlega knows one. */
export const bouncedAndUnsubscribed: Occasion = {
	prepare({ sandbox }) {
		for (const { email } of sandbox.corlega.contacts.rows.slice(10, 12)) {
			contactIn(listOf(sandbox), email);
		}
	},

	happen({ sandbox }) {
		const { contacts } = listOf(sandbox);
		const [leaver, bouncer] = sandbox.corlega.contacts.rows.slice(10, 12);
		contacts.get(String(leaver.email))!.unsubscribed = true;
		contacts.get(String(bouncer.email))!.bounced = true;
		contacts.rows.find(
			({ bounced, email }) => !bounced && email.endsWith('@post.example'),
		)!.bounced = true;
	},
};
