import type { Sandbox } from '../../../sandbox';
import type { Row } from '../../../sandbox/corlega/state/records';
import { unpublish } from '../../n8n/content/saved';
import type { Occasion } from './occasion';
import { publishAndPoll } from './executePublished';
import { submitForm } from './visitor';

function acceptQuote({ corlega: { quotes } }: Sandbox): void {
	const quote = quotes.rows.find(({ status }) => status === 'sent')!;
	quotes.change(quote, { status: 'accepted' } as Partial<Row>);
}

export const unpaidInvoice: Occasion = {
	async happen({ sandbox: { corlega }, mailbox }) {
		const invoices = corlega.resources.find(({ name }) => name === 'invoices')!;
		const row = invoices.create({ status: 'sent', total: 121 });
		await mailbox.take(String(row.number));
	},
};

export const acceptedQuote: Occasion = {
	happen: ({ sandbox }) => acceptQuote(sandbox),
};

const acceptedQuoteId = 'corlegaQuoteInvo';

/** A workflow makes an invoice, and the answer gets lost. */
export const lostAnswer: Occasion = {
	async happen(instance) {
		const { sandbox, session, mailbox, workflows } = instance;
		const failing = workflows.find(({ id }) => id === acceptedQuoteId)!;
		await publishAndPoll(instance, failing);
		sandbox.corlega.faults.push({
			match: { method: 'POST', path: /^\/invoices$/ },
			drop: 'after',
		});
		acceptQuote(sandbox);
		await mailbox.take('Look this up');
		await unpublish(session, acceptedQuoteId);
	},
};

const CUSTOMERS = `name,email,phone,kvkNumber
Bakkerij De Korenaar,info@korenaar.example,06 12345678,61234567
Fietsenwinkel Het Voorwiel B.V.,balie@voorwiel.example,06 23456789,62345678
Bakkerij De Korenaar,info@korenaar.example,06 12345678,61234567
,onbekend@naamloos.example,06 34567890,
Hoveniersbedrijf Van Dijk,post@vandijk-groen.example,06 45678901,63456789
Schildersbedrijf Özdemir B.V.,info@ozdemir.example,06 56789012,64567890
`;

const ORDER_LINES = `order,description,quantity,price
PO-7,Uren,2,85.50
PO-7,Reiskosten,1,12.50
PO-8,Onderhoud,drie,40
PO-7,Materiaal,3,4
PO-8,Materiaal,1,10
PO-9,Advies,4,110
`;

export const orderLines: Occasion = {
	async happen({ server }) {
		const file = new File([ORDER_LINES], 'order-lines.csv', { type: 'text/csv' });
		await submitForm(server, 'import-order-lines', [file]);
	},
};

export const newCustomers: Occasion = {
	async happen({ server }) {
		const file = new File([CUSTOMERS], 'customers.csv', { type: 'text/csv' });
		await submitForm(server, 'import-customers', [file, 'Import']);
	},
};
