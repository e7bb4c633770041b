import type { IDataObject } from 'n8n-workflow';
import type { SandboxOptions } from '../../sandbox';
import { markdownTable } from '../bench/report';
import { PolledTrigger } from '../engine/PolledTrigger';
import { World } from '../engine/world';
import { type NodeServiceName, showcases } from '../engine/services';
import type { Language } from './language';

/** Requests that the polls of a trigger take, with so many records at the service. */
interface Polls {
	/** E.g. the value of an event. */
	name: string;
	records: number;
	/** Of the poll that takes stock. */
	first: number;
	/** Of a later one, when nothing has changed. */
	unchanged: number;
	/** Of one after a record has changed; the same where the service tells no changes. */
	changed: number;
}

/** What is polled. */
interface Scene {
	name: string;
	records: number;
	options: SandboxOptions;
	parameters: IDataObject;
	/** Changes a record at the service. */
	change?(world: World): void;
}

/** Requests a minute of Corlega that the trigger uses at most: half of its 120. */
const CORLEGA_SHARE = 60;

const corlegaScenes = [100, 1_000, 6_000, 12_000].map(
	(records): Scene => ({
		name: 'contactUpdated',
		records,
		options: { corlega: { contacts: records, limit: null } },
		parameters: { events: ['contactUpdated'] },
	}),
);

const allEvents = ['contactAdded', 'contactBounced', 'contactUnsubscribed'];

const inboxifyScenes = [
	{ records: 1_000, events: allEvents },
	{ records: 10_000, events: ['contactAdded'] },
	{ records: 10_000, events: ['contactUnsubscribed'] },
	{ records: 10_000, events: ['contactAdded', 'contactUnsubscribed'] },
	{ records: 10_000, events: ['contactBounced'] },
	{ records: 10_000, events: allEvents },
].map(
	({ records, events }): Scene => ({
		name: events.join(', '),
		records,
		options: { inboxify: { contacts: records } },
		parameters: { ...showcases.inboxify.trigger, events },
	}),
);

const corScenes = [300, 930].map(
	(records): Scene => ({
		name: 'organisationChanged',
		records,
		options: { cor: { organisations: records } },
		parameters: { events: ['organisationChanged'] },
		change: ({ sandbox: { cor } }) => cor.change(cor.organisations[9].oin, { naam: 'Anders' }),
	}),
);

/** Polls a trigger, and counts its requests. */
async function count(service: NodeServiceName, scene: Scene): Promise<Polls> {
	const { name, records, options, parameters, change } = scene;
	const world = await World.start(options);
	try {
		const trigger = new PolledTrigger(service, parameters, world.credentials(service));
		const poll = async (): Promise<number> => {
			world.clear();
			await trigger.poll();
			return world.log(service).length;
		};
		const first = await poll();
		const unchanged = await poll();
		change?.(world);
		return { name, records, first, unchanged, changed: await poll() };
	} finally {
		await world.sandbox.close();
	}
}

async function countAll(service: NodeServiceName, scenes: Scene[]): Promise<Polls[]> {
	const all: Polls[] = [];
	for (const scene of scenes) all.push(await count(service, scene));
	return all;
}

/** Counts the requests of the triggers' polls, against the sandbox. */
export const countPolls = async (): Promise<Record<NodeServiceName, Polls[]>> => ({
	corlega: await countAll('corlega', corlegaScenes),
	inboxify: await countAll('inboxify', inboxifyScenes),
	cor: await countAll('cor', corScenes),
});

/** The tables of a service's polls. */
export function pollsTable(
	service: NodeServiceName,
	polls: Polls[],
	{ locale, events, polls: words }: Language,
): string {
	const written = (number: number) => number.toLocaleString(locale);
	const tables: Record<NodeServiceName, () => [head: string[], rows: string[][]]> = {
		corlega: () => [
			[words.records, words.first, words.unchanged, words.shortest],
			polls.map(({ records, first, unchanged }) => [
				written(records),
				written(first),
				written(unchanged),
				words.minutes(Math.ceil(unchanged / CORLEGA_SHARE)),
			]),
		],
		inboxify: () => [
			[events[0], words.contacts, words.first, words.unchanged],
			polls.map(({ name, records, first, unchanged }) => [
				name.replace(/\w+/g, '`$&`'),
				written(records),
				written(first),
				written(unchanged),
			]),
		],
		cor: () => [
			[words.organisations, words.first, words.unchanged, words.changed],
			polls.map(({ records, first, unchanged, changed }) =>
				[records, first, unchanged, changed].map(written),
			),
		],
	};
	const [head, rows] = tables[service]();
	return markdownTable(head, rows, service === 'inboxify' ? 1 : 0);
}
