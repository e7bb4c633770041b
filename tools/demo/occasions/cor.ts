import type { Sandbox } from '../../../sandbox';
import type { Organisation } from '../../../sandbox/cor/state/organisation';
import { webhookKey } from '../../n8n/instance/session';
import type { Occasion } from './occasion';
import { callWebhook, submitForm } from './visitor';

const municipality = ({ cor }: Sandbox, place: string): Organisation =>
	cor.organisations.find(({ naam }) => naam === `Gemeente ${place}`)!;

export const newContact: Occasion = {
	happen({ sandbox }) {
		const contacts = sandbox.corlega.resources.find(({ name }) => name === 'contacts')!;
		contacts.create({ name: 'Gemeente Haarlem', email: 'crediteuren@haarlem.example' });
	},
};

export const changedOrganisation: Occasion = {
	happen({ sandbox: { cor } }) {
		const { oin } = cor.organisations
			.slice(20)
			.find(({ hoofdOIN, kvkNummer, status }) => !hoofdOIN && kvkNummer && status === 'Actief')!;
		cor.change(oin, { afkorting: 'NIEUW' });
	},
};

export const withdrawnOin: Occasion = {
	prepare({ sandbox }) {
		const contacts = sandbox.corlega.resources.find(({ name }) => name === 'contacts')!;
		const { naam: name, kvkNummer: kvkNumber } = municipality(sandbox, 'Tiel');
		contacts.create({ name, email: 'facturen@tiel.example', kvkNumber, type: 'business' });
	},

	async happen({ sandbox, mailbox }) {
		const { oin, laatstAangepastDatum: intrekDatum } = municipality(sandbox, 'Tiel');
		sandbox.cor.change(oin, { status: 'Ingetrokken', intrekDatum });
		await mailbox.take('is withdrawn');
	},
};

/** Names as people write them, with and without a KvK number. */
const SUPPLIERS = `name,kvkNumber
"gem. Utrecht, t.a.v. Crediteuren",
Gemeente Amsterdm,
Utrecht,
Hgm. Rijnland,
Jansen & Zn.,
onbekend,30280353
,`;

export const supplierList: Occasion = {
	async happen({ server }) {
		const file = new File([SUPPLIERS], 'suppliers.csv', { type: 'text/csv' });
		await submitForm(server, 'find-oins', [file]);
	},
};

/** Two orders of a municipality: one with a wrong KvK number, and a correct one. */
export const governmentOrder: Occasion = {
	async happen({ sandbox, server }) {
		const { oin, kvkNummer } = municipality(sandbox, 'Brummen');
		const order = async (kvkNumber: string) => {
			const headers = { [webhookKey.data.name]: webhookKey.data.value };
			return await callWebhook(server, 'government-order', headers, { oin, kvkNumber, total: 121 });
		};
		const wrong = await order('12345670');
		if (wrong !== 422) throw new Error(`A wrong order was answered ${wrong}`);
		const right = await order(kvkNummer!);
		if (right !== 201) throw new Error(`A right order was answered ${right}`);
	},
};
