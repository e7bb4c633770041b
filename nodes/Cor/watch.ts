import type { IDataObject } from 'n8n-workflow';

import { type Change, compare, type RecordReader } from '../shared/trigger/compare';
import type { Changes, Watch } from '../shared/trigger/poll';
import { Snapshot } from '../shared/trigger/snapshot';
import { simplify } from './actions/organisation/simplify';
import { cor } from './cor.service';
import { lastChangeOf } from './lastChange';

/** What can happen to an organisation in the register. */
export const EVENTS = [
	'organisationAdded',
	'organisationChanged',
	'organisationWithdrawn',
] as const;

export type OrganisationEvent = (typeof EVENTS)[number];

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

const WITHDRAWN = 'Ingetrokken';

const list = { path: ['organisaties'] };

const reader: RecordReader = {
	identify: cor.paging.identify,
	statusOf: ({ status }) => status,
};

function eventOf({ kind, from, to }: Change): OrganisationEvent {
	if (kind === 'created') return 'organisationAdded';
	return to === WITHDRAWN && from !== WITHDRAWN ? 'organisationWithdrawn' : 'organisationChanged';
}

/**
 * Watches the register. Asks first when it last changed: one small request where nothing did.
 * @param isSimple whether organisations are given without links
 */
export function watchOrganisations(event: OrganisationEvent, isSimple: boolean): Watch {
	const present = (organisation: IDataObject) => (isSimple ? simplify(organisation) : organisation);

	return {
		subject: 'organisaties',

		async examples(poll) {
			const query = event === 'organisationWithdrawn' ? { status: WITHDRAWN } : {};
			return (await poll.list({ ...list, query, limit: EXAMPLES })).map(present);
		},

		async changes(poll, state): Promise<Changes> {
			const { body } = await poll.request({ method: 'GET', path: ['laatsteWijziging'] });
			const lastChange = lastChangeOf(body);
			if (state !== undefined && lastChange !== undefined && lastChange === state.lastChange) {
				return { state, emitted: [] };
			}
			const snapshot = new Snapshot(state?.snapshot);
			// Simplified, so that a link that reads differently is no change.
			const changes = (await poll.list(list)).map((organisation) => ({
				organisation,
				changed: compare(snapshot, [simplify(organisation)], reader),
			}));
			const emitted = changes.filter(({ changed }) =>
				changed.some((change) => eventOf(change) === event),
			);
			return {
				state: { lastChange: lastChange ?? null, snapshot: snapshot.save() },
				emitted:
					state === undefined ? [] : emitted.map(({ organisation }) => present(organisation)),
			};
		},
	};
}
