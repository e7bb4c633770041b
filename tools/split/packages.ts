import { nodeServiceNames, type NodeServiceName } from '../engine/services';

/** The package that the others are made from. */
export const wholeName = 'n8n-nodes-dutch-business';

/** A package of one service. */
export interface SplitPackage {
	service: NodeServiceName;
	/** Its name at npm, and that of its repository. */
	name: string;
	/** As people say it. */
	title: string;
	/** Of the service's nodes, below `nodes/`. */
	folder: string;
	description: string;
	keywords: string[];
	/** The first words of its README. */
	head: string;
}

const facts: Record<NodeServiceName, Omit<SplitPackage, 'service' | 'name'>> = {
	corlega: {
		title: 'Corlega',
		folder: 'Corlega',
		description:
			'n8n nodes for Corlega (invoicing and CRM): contacts, quotes, invoices, the organization',
		keywords: ['corlega', 'invoice', 'quote', 'crm', 'accounting', 'dutch', 'netherlands'],
		head: `An n8n node and a trigger for Corlega, the Dutch invoicing and CRM service: contacts, quotes
(offertes), invoices (facturen) and the organization.`,
	},
	inboxify: {
		title: 'Inboxify',
		folder: 'Inboxify',
		description:
			'n8n nodes for Inboxify (newsletters): contacts, tags, lists, and bulk calls of up to 1,000 contacts',
		keywords: ['inboxify', 'newsletter', 'email-marketing', 'mailing', 'dutch', 'netherlands'],
		head: `An n8n node and a trigger for Inboxify, the Dutch newsletter service: contacts, tags, lists, and
bulk calls of up to 1,000 contacts.`,
	},
	cor: {
		title: 'COR (OIN Register)',
		folder: 'Cor',
		description:
			"n8n nodes for COR, the Dutch government's public register of organisation numbers (OIN)",
		keywords: ['cor', 'oin', 'digikoppeling', 'government', 'kvk', 'dutch', 'netherlands'],
		head: `An n8n node and a trigger for COR (Centrale OIN Raadpleegvoorziening), the Dutch government's public
register of organisation numbers (OIN).`,
	},
};

/** The packages of one service each, in the services' order. */
export const splitPackages: SplitPackage[] = nodeServiceNames.map((service) => ({
	service,
	name: `n8n-nodes-${service}`,
	...facts[service],
}));

/** A text in which the whole package's name is that of another; an organisation of that name stays. */
export const renamed = (text: string, { name }: Pick<SplitPackage, 'name'>): string =>
	text.replace(new RegExp(`(?<!github\\.com/)${wholeName}`, 'g'), name);
