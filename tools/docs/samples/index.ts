import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { PolledTrigger } from '../../engine/PolledTrigger';
import { nodeTypes } from '../../engine/types';
import { World } from '../../engine/world';
import { type NodeServiceName, nodeServiceNames, showcases } from '../../engine/services';
import { operationsOf } from '../operations';
import { corSamples } from './cor';
import { corlegaSamples } from './corlega';
import { inboxifySamples } from './inboxify';
import type { Sample, SampleRuns } from './sample';

/** An item of each operation's output by `resource.operation`, and of the trigger's by `trigger`. */
export type Samples = Record<string, IDataObject>;

const RUNS: Record<NodeServiceName, (sandbox: Sandbox) => SampleRuns> = {
	corlega: corlegaSamples,
	inboxify: inboxifySamples,
	cor: corSamples,
};

/** The first item that an operation gives. @throws Error where it gives none */
async function takeSample(
	world: World,
	service: NodeServiceName,
	operation: string,
	{ parameters, dated }: Sample,
): Promise<IDataObject> {
	const { error, json } = await world.run(service, operation, parameters);
	if (error) throw error;
	const [first] = json;
	if (first === undefined) throw new Error(`${service} ${operation} gave no item.`);
	// The sandbox has another port every time.
	const { url, imitates } = world.sandbox[service];
	const text = JSON.stringify({ ...first, ...dated }).replaceAll(url, imitates);
	return JSON.parse(text) as IDataObject;
}

async function samplesOf(world: World, service: NodeServiceName): Promise<Samples> {
	// First, while nothing has been changed today.
	const trigger = new PolledTrigger(
		service,
		showcases[service].trigger ?? {},
		world.credentials(service),
	);
	const samples: Samples = { trigger: (await trigger.poll('manual'))[0] };
	const runs = RUNS[service](world.sandbox);
	for (const { key } of operationsOf(nodeTypes[service].description)) {
		if (!(key in runs)) throw new Error(`tools/docs/samples/${service}.ts has no ${key}.`);
		samples[key] = await takeSample(world, service, key, runs[key]);
	}
	return samples;
}

/** Runs every operation and trigger against the sandbox: the same items every time. */
export async function takeSamples(): Promise<Record<NodeServiceName, Samples>> {
	const world = await World.start({ corlega: { limit: null } });
	try {
		const entries: Array<[NodeServiceName, Samples]> = [];
		for (const service of nodeServiceNames)
			entries.push([service, await samplesOf(world, service)]);
		return Object.fromEntries(entries) as Record<NodeServiceName, Samples>;
	} finally {
		await world.sandbox.close();
	}
}
