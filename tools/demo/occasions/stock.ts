import { nodeServiceNames } from '../../services';
import { until } from '../../lib/until';
import type { Workflow } from '../../n8n/content/workflow';
import type { Instance } from '../../n8n/instance/startInstance';

/** Milliseconds without a request after which a poll has ended. */
const QUIET = 1000;

/** Publishes a workflow, and waits for its first poll: earlier changes are not emitted. */
export async function takeStock(
	{ sandbox }: Pick<Instance, 'sandbox'>,
	{ name, nodes }: Workflow,
	publish: () => Promise<void>,
): Promise<void> {
	const trigger = nodes.find(({ parameters }) => parameters.pollTimes);
	const service = nodeServiceNames.find(
		(one) => sandbox[one].credential.type in (trigger?.credentials ?? {}),
	);
	if (service === undefined) return await publish();
	const { requests } = sandbox[service];
	const before = requests.length;
	await publish();
	let [count, since] = [before, Date.now()];
	await until(
		`the first poll of "${name}"`,
		() => {
			if (requests.length !== count) [count, since] = [requests.length, Date.now()];
			return count > before && Date.now() - since > QUIET;
		},
		{ seconds: 30 },
	);
}
