import type { IDataObject } from 'n8n-workflow';
import { PolledTrigger } from '../engine/PolledTrigger';
import { nodeTypes, triggerTypes } from '../engine/types';
import { World } from '../engine/world';
import { type NodeServiceName, nodeServiceNames, services } from '../services';
import type { Sample } from '../services/facts';
import { operationsOf } from './operations';

/** An item of each operation's output by `resource.operation`, and of the trigger's by `trigger`. */
export type Samples = Record<string, IDataObject>;

/** The first output item. @throws Error when there is none */
async function takeSample(
	world: World,
	service: NodeServiceName,
	operation: string,
	{ parameters, items, dated }: Sample,
): Promise<IDataObject> {
	const { error, json } = await world.run(service, operation, parameters, { items });
	if (error) throw error;
	const [first] = json;
	if (first === undefined) throw new Error(`${service} ${operation} gave no item.`);
	// The sandbox has another port every time.
	const { url, imitates } = world.sandbox[service];
	const text = JSON.stringify({ ...first, ...dated }).replaceAll(url, imitates);
	return JSON.parse(text) as IDataObject;
}

async function samplesOf(world: World, service: NodeServiceName): Promise<Samples> {
	const samples: Samples = {};
	// First, while nothing has been changed today.
	if (`${service}Trigger` in triggerTypes) {
		const parameters = services[service].trigger ?? {};
		const trigger = new PolledTrigger(service, parameters, world.credentials(service));
		[samples.trigger] = await trigger.poll('manual');
	}
	const runs = services[service].samples(world.sandbox);
	for (const { key } of operationsOf(nodeTypes[service].description)) {
		if (!(key in runs)) throw new Error(`tools/services/${service}.ts has no sample of ${key}.`);
		samples[key] = await takeSample(world, service, key, runs[key]);
	}
	return samples;
}

/** Runs every operation and trigger against the sandbox. */
export async function takeSamples(): Promise<Record<string, Samples>> {
	const world = await World.start({ corlega: { limit: null } });
	try {
		const samples: Record<string, Samples> = {};
		for (const service of nodeServiceNames) samples[service] = await samplesOf(world, service);
		return samples;
	} finally {
		await world.sandbox.close();
	}
}
