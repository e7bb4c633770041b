import type { Organisation } from '../../../../sandbox';
import type { MakeScene } from './scene';

export type CorEvent = 'organisationAdded' | 'organisationChanged' | 'organisationWithdrawn';

/** Events of COR in one trigger. */
export function corScene(...events: CorEvent[]): MakeScene {
	return ({ cor }) => {
		const { organisations } = cor;
		let next = 0;
		let changed = 0;
		let turn = 0;
		/** Those that change: from the back, because others leave from the front. */
		let targets: Organisation[] = [];
		/** Each change has another time, because the register's times are in seconds. */
		const touch = () => {
			cor.lastChange = new Date(cor.lastChange.getTime() + 1000);
		};
		const put = () => {
			const oin = String(++next).padStart(20, '0');
			organisations.push({
				oin,
				naam: `Gemeente ${next}`,
				status: 'Actief',
				kvkNummer: null,
				organisatieCode: null,
				organisatieType: null,
				afgifteDatum: '2020-01-01T23:00:00Z',
				laatstAangepastDatum: '2020-01-01T23:00:00Z',
				intrekDatum: null,
				hoofdOIN: null,
				subOINs: [],
			});
			touch();
			return oin;
		};
		const keyOfNew = (oin: string) =>
			events.includes('organisationAdded') ? `organisationAdded ${oin}` : undefined;
		/** Changes an organisation as an event wants it. @returns what `keyOf` says of it */
		const change = (event: CorEvent, organisation: Organisation) => {
			const isChange = event === 'organisationChanged';
			if (isChange) organisation.naam = `Naam ${++changed}`;
			else organisation.status = 'Ingetrokken';
			touch();
			return `${event} ${organisation.oin}${isChange ? ` ${organisation.naam}` : ''}`;
		};
		const leave = () => {
			const [organisation] = organisations.splice(0, 1) as [Organisation];
			touch();
			return () => {
				organisations.push(organisation);
				touch();
				return keyOfNew(organisation.oin) ?? '';
			};
		};
		return {
			service: 'cor',
			parameters: { events },
			pageSize: 30,
			fill(count) {
				organisations.length = 0;
				next = changed = turn = 0;
				cor.lastChange = new Date('2024-01-01T00:00:00Z');
				for (let index = 0; index < count; index++) put();
				targets = organisations.slice(-20);
			},
			happen() {
				const event = events[turn++ % events.length];
				if (event === 'organisationAdded') return `${event} ${put()}`;
				const half = Math.ceil(targets.length / 2);
				// Those that are withdrawn come from the back, and are others than those that change.
				const organisation =
					event === 'organisationChanged'
						? targets[changed % half]
						: targets.findLast(({ status }) => status === 'Actief')!;
				return change(event, organisation);
			},
			keyOf: ({ event, oin, naam }) =>
				`${String(event)} ${String(oin)}${event === 'organisationChanged' ? ` ${String(naam)}` : ''}`,
			pageOf: (path, { pagina }) => (path === '/organisaties' ? Number(pagina ?? 1) : undefined),
			leave,
			join: () => keyOfNew(put()),
			prepare() {
				if (events.includes('organisationAdded')) return leave();
				put();
				const organisation = organisations.at(-1)!;
				return () => change(events[0], organisation);
			},
		};
	};
}
