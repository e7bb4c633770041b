import type { Server } from '../instance/server';

/** As a browser says it: n8n ignores programs at addresses that only people are to open. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** @throws Error where n8n refuses the request */
async function ask(url: string, request: RequestInit): Promise<Response> {
	const answer = await fetch(url, { signal: AbortSignal.timeout(30_000), ...request });
	if (answer.ok) return answer;
	throw new Error(`n8n answered ${url}: ${answer.status} ${await answer.text()}`);
}

/**
 * Fills in a published form and sends it, as a browser does.
 * @param path of the form
 * @param values of its fields, in their order
 */
export async function submitForm(
	{ url }: Server,
	path: string,
	values: Array<string | File>,
): Promise<void> {
	const body = new FormData();
	for (const [index, value] of values.entries()) body.append(`field-${index}`, value);
	await ask(`${url}/form/${path}`, { method: 'POST', headers: { 'user-agent': BROWSER }, body });
}

/** Opens an address in a browser. */
export async function open(url: string): Promise<void> {
	await ask(url, { headers: { 'user-agent': BROWSER } });
}

/** Sends JSON to a published webhook. @returns the answer's status and JSON */
export async function callWebhook(
	{ url }: Server,
	path: string,
	headers: Record<string, string>,
	body: object,
): Promise<{ status: number; json: Record<string, unknown> }> {
	const answer = await fetch(`${url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}
