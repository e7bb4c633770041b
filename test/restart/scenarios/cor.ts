import type { Sandbox } from '../../../sandbox';
import { plain } from '../../../sandbox/cor/state/organisation';
import type { Scenario } from './scenario';

const OIN = '00000009999999999000';

export function organisationChanged({ cor }: Sandbox): Scenario {
	const rename = (oin: string, naam: string) => {
		cor.change(oin, { naam });
		return `${oin} ${naam}`;
	};
	return {
		service: 'cor',
		parameters: { events: ['organisationChanged'] },
		isPoll: ({ path }) => path === '/laatsteWijziging',
		tell: () => rename(cor.organisations[0].oin, 'Told before the end'),
		prepare() {
			const afgifteDatum = new Date().toISOString();
			cor.organisations.push({ ...plain(OIN, 'New'), afgifteDatum });
			cor.change(OIN, {});
		},
		change: () => rename(OIN, 'Changed while n8n was down'),
		identify: ({ oin, naam }) => `${String(oin)} ${String(naam)}`,
	};
}
