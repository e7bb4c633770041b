import type { NodeServiceName } from '../tools/services';

/** What people look for in n8n's node panel, and whose node they are to find, in Dutch and in English. */
export const searchWords: Array<[word: string, services: NodeServiceName[]]> = [
	['factuur', ['corlega']],
	['offerte', ['corlega']],
	['invoice', ['corlega']],
	['quote', ['corlega']],
	['crm', ['corlega']],
	['contact', ['corlega', 'inboxify']],
	['customer', ['corlega']],
	['klant', ['corlega']],
	['accounting', ['corlega']],
	['boekhouding', ['corlega']],
	['nieuwsbrief', ['inboxify']],
	['newsletter', ['inboxify']],
	['mailing', ['inboxify']],
	['email marketing', ['inboxify']],
	['unsubscribe', ['inboxify']],
	['oin', ['cor']],
	['kvk', ['corlega', 'cor']],
	['bedrijf', ['corlega', 'cor']],
	['overheid', ['cor']],
	['gemeente', ['cor']],
	['register', ['cor']],
	['netherlands', ['corlega', 'inboxify', 'cor']],
	['certificaat', ['cor']],
];
