import type { Instance } from '../../n8n/instance/startInstance';
import { until } from '../../lib/until';
import type { Server } from '../../n8n/instance/server';

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

/** A browser's: n8n ignores programs at addresses for people. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const headers = { 'user-agent': BROWSER };

/** n8n opens a form or a webhook a moment after publishing the workflow. */
const wait = { seconds: 60 };

async function ask(url: string, request: RequestInit): Promise<Response> {
	const answer = await fetch(url, { signal: AbortSignal.timeout(30_000), ...request });
	if (answer.ok) return answer;
	throw new Error(`n8n answered ${url}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
}

/** Submits a published form like a browser. @param values of its fields, in order */
export async function submitForm(
	{ url }: Server,
	path: string,
	values: Array<string | File>,
): Promise<void> {
	const body = new FormData();
	for (const [index, value] of values.entries()) body.append(`field-${index}`, value);
	const address = `${url}/form/${path}`;
	await until(`the form ${path}`, async () => (await fetch(address, { headers })).ok, wait);
	await ask(address, { method: 'POST', headers, body });
}

/**
 * Opens the URL of a waiting workflow. Its e-mail can arrive before the workflow waits: n8n then
 * answers 409 or 404, or 500 while it is saving the execution.
 */
export async function open(url: string): Promise<void> {
	let refusal: unknown;
	const isOpened = async () =>
		await ask(url, { headers }).then(
			() => true,
			(error: unknown) => {
				refusal = error;
				return false;
			},
		);
	await until('the workflow to wait', isOpened, wait).catch((error: unknown) => {
		throw refusal ?? error;
	});
}

/** Sends JSON to a published webhook. @param key the header that opens it @returns the status */
export async function callWebhook(
	{ url }: Server,
	path: string,
	key: Record<string, string>,
	body: object,
): Promise<number> {
	const call = async () => {
		const { status } = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...key },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		return status === 404 ? undefined : status;
	};
	return await until(`the webhook ${path}`, call, wait);
}
