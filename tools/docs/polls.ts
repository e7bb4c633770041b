import { markdownTable } from '../bench/report';
import { PolledTrigger } from '../engine/PolledTrigger';
import { World } from '../engine/world';
import { type NodeServiceName, services } from '../services';
import type { PollCounts, PollScene } from '../services/facts';
import type { Language } from './language';

/** Polls a trigger, and counts its requests. */
async function count(service: NodeServiceName, scene: PollScene): Promise<PollCounts> {
	const { records, options, parameters, change } = scene;
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
		change?.(world.sandbox);
		const events = parameters.events as string[];
		return { records, events, first, unchanged, changed: await poll() };
	} finally {
		await world.sandbox.close();
	}
}

/** Counts the requests of a trigger's polls, against the sandbox. */
export async function countPolls(service: NodeServiceName): Promise<PollCounts[]> {
	const counts: PollCounts[] = [];
	for (const scene of services[service].polls?.scenes ?? [])
		counts.push(await count(service, scene));
	return counts;
}

/** The table of the polls of a service with a trigger. */
export function pollsTable(service: NodeServiceName, counts: PollCounts[], language: Language) {
	const { head, row } = services[service].polls!;
	const columns = head(language);
	return markdownTable(
		columns,
		counts.map((each) => row(each, language)),
		columns.includes(language.events[0]) ? 1 : 0,
	);
}
