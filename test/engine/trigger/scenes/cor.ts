import type { Organisation } from '../../../../sandbox';
import type { MakeScene } from './scene';

/** An event of COR. */
export function corScene(
	event: 'organisationAdded' | 'organisationChanged' | 'organisationWithdrawn',
): MakeScene {
	return ({ cor }) => {
		const { organisations } = cor;
		let next = 0;
		let changed = 0;
		/** Those that change: from the back, so that those that leave are others. */
		let targets: Organisation[] = [];
		/** A moment of its own for each change, as the register tells time in seconds. */
		const touch = () => {
			cor.lastChange = new Date(cor.lastChange.getTime() + 1000);
		};
		const join = () => {
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
		const change = (organisation: Organisation) => {
			changed++;
			if (event === 'organisationChanged') organisation.naam = `Naam ${changed}`;
			else organisation.status = 'Ingetrokken';
			touch();
			return `${organisation.oin} ${event === 'organisationChanged' ? organisation.naam : ''}`;
		};
		const leave = () => {
			const [organisation] = organisations.splice(0, 1) as [Organisation];
			touch();
			return () => {
				organisations.push(organisation);
				touch();
				return organisation.oin;
			};
		};
		return {
			name: `COR ${event}`,
			service: 'cor',
			parameters: { event },
			pageSize: 30,
			fill(count) {
				organisations.length = 0;
				next = changed = 0;
				cor.lastChange = new Date('2024-01-01T00:00:00Z');
				for (let index = 0; index < count; index++) join();
				targets = organisations.slice(-20);
			},
			happen: () =>
				event === 'organisationAdded' ? join() : change(targets[changed % targets.length]),
			keyOf: ({ oin, naam }) => {
				if (event === 'organisationAdded') return String(oin);
				return `${String(oin)} ${event === 'organisationChanged' ? String(naam) : ''}`;
			},
			pageOf: (path, { pagina }) => (path === '/organisaties' ? Number(pagina ?? 1) : undefined),
			leave,
			join: () => (event === 'organisationAdded' ? join() : void join()),
			prepare() {
				if (event === 'organisationAdded') return leave();
				join();
				const organisation = organisations.at(-1)!;
				return () => change(organisation);
			},
		};
	};
}
