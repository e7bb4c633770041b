import type { Sandbox } from '../../../sandbox';
import type { Scenario } from './scenario';

const ID = '01RESTART0000000000000000A';

export function quoteStatusChanged({ corlega: { quotes } }: Sandbox): Scenario {
	const [known] = quotes.rows;
	return {
		service: 'corlega',
		// Contacts stay as they are: their list is read beside that of the quotes.
		parameters: { events: ['contactUpdated', 'quoteStatusChanged'], options: { share: 100 } },
		isPoll: ({ path, query }) => path === '/quotes' && query.page === '1',
		tell() {
			quotes.change(known, { status: 'accepted' });
			return `${known.id} accepted`;
		},
		prepare() {
			quotes.set(ID, { id: ID, number: 'Q-RESTART', status: 'draft', total: 1 } as never);
		},
		change() {
			quotes.change(quotes.get(ID)!, { status: 'sent' } as never);
			return `${ID} sent`;
		},
		identify: ({ id, to }) => `${String(id)} ${String(to)}`,
	};
}
