import type { Instance } from '../../n8n/instance/startInstance';
import { open } from './visitor';

/** Milliseconds between looks for an e-mail. */
const OFTEN = 200;

/** Approves what an agent asks by e-mail while its workflow runs. */
export async function approveAll(
	{ mailbox }: Pick<Instance, 'mailbox'>,
	running: Promise<unknown>,
): Promise<void> {
	let hasEnded = false;
	void Promise.allSettled([running]).then(() => (hasEnded = true));
	while (!hasEnded) {
		const email = mailbox.takeIfThere('May the agent');
		const html = (email?.html ?? email?.text ?? '').replaceAll('&amp;', '&');
		const link = /http[^"\s<>]*approved=true[^"\s<>]*/.exec(html)?.[0];
		if (link !== undefined) await open(link);
		else await new Promise((resolve) => setTimeout(resolve, OFTEN));
	}
}
