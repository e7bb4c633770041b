import type { IDataObject } from 'n8n-workflow';
import type { NodeServiceName } from '../../sandbox';

export {
	type NodeServiceName,
	nodeServiceNames,
	type ServiceName,
	serviceNames,
} from '../../sandbox';

const LIST = { __rl: true, mode: 'list', value: 'Webshopklanten' };

/** With which parameters the nodes of a service are shown and run in the editor. */
interface Showcase {
	node: IDataObject;
	trigger?: IDataObject;
}

/** All that the dev tree knows of a service by its name, beside the tests and benchmarks of it. */
export const showcases: Record<NodeServiceName, Showcase> = {
	corlega: { node: { resource: 'contact', operation: 'getAll', limit: 10 } },
	inboxify: {
		node: { resource: 'contact', operation: 'getAll', list: LIST, limit: 10 },
		trigger: { list: LIST },
	},
	cor: {
		node: {
			resource: 'organisation',
			operation: 'getAll',
			limit: 10,
			filters: { organisatieType: 'GM', status: 'Actief' },
		},
	},
};
