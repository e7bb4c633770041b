import { byId } from '../engine/locator';
import type { ServiceFacts } from './facts';

export const facts: ServiceFacts = {
	title: 'COR (OIN Register)',
	folder: 'Cor',
	mention: /\bCOR\b|\bcor-|\bOINs?\b|PKIoverheid|\bcorApi\b/,
	description:
		"n8n nodes for COR, the Dutch government's public register of organisation numbers (OIN)",
	keywords: ['cor', 'oin', 'digikoppeling', 'government', 'kvk', 'dutch', 'netherlands'],
	head: `An n8n node and a trigger for COR (Centrale OIN Raadpleegvoorziening), the Dutch government's public
register of organisation numbers (OIN).`,
	node: {
		resource: 'organisation',
		operation: 'getAll',
		limit: 10,
		filters: { organisatieType: 'GM', status: 'Actief' },
	},
	samples: () => ({
		'organisation.get': { parameters: { oin: byId('00000001001005650000') } },
		'organisation.count': { parameters: { filters: { organisatieType: 'GM', status: 'Actief' } } },
		'organisation.getAll': { parameters: { filters: { organisatieType: 'PV', status: 'Actief' } } },
		'organisation.getChanged': { parameters: { since: '2026-06-01' } },
		'organisation.match': { parameters: { name: 'gem. Utrecht, t.a.v. Crediteuren' } },
		'organisation.compare': {
			items: [{ oin: '00000001234567891000', naam: 'Gemeente Tst', status: 'Actief' }],
		},
		'register.getLastChange': {},
	}),
	trigger: { events: ['organisationWithdrawn'] },
	polls: {
		scenes: [300, 930].map((records) => ({
			records,
			options: { cor: { organisations: records } },
			parameters: { events: ['organisationChanged'] },
			change: ({ cor }) => cor.change(cor.organisations[9].oin, { naam: 'Anders' }),
		})),
		head: ({ polls }) => [polls.organisations, polls.first, polls.unchanged, polls.changed],
		row: ({ records, first, unchanged, changed }, { locale }) =>
			[records, first, unchanged, changed].map((count) => count.toLocaleString(locale)),
	},
};
