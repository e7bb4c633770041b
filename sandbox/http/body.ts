import type { Exchange } from './exchange';

/** Reads the body into the log entry; false when the sender went away before its end. */
export async function readBody(request: Request, exchange: Exchange): Promise<boolean> {
	let text: string;
	try {
		text = await request.text();
	} catch {
		return false;
	}
	if (text === '') return true;
	try {
		exchange.entry.body = JSON.parse(text);
		exchange.bodyForm = 'json';
	} catch {
		exchange.entry.body = text;
		exchange.bodyForm = 'unparsable';
	}
	return true;
}
