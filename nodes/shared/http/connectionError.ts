import { InputError } from '../input/InputError';

export interface ConnectionError {
	/** From Node.js or axios, e.g. `ECONNRESET`. */
	code?: string;
	message: string;
	/** The connection had not been made yet. */
	whileConnecting: boolean;
}

type Thrown = Record<string, unknown>;

/** An error and its causes, outermost first; n8n and axios each wrap the one below. */
function causes(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	let current = error;
	while (typeof current === 'object' && current !== null && chain.length < 10) {
		chain.push(current as Thrown);
		current = (current as { cause?: unknown }).cause;
	}
	return chain;
}

/**
 * Reads n8n's error if it has no cause, as up to n8n 2.20: the code is in `httpCode`, and the original
 * message is the first of `messages`.
 */
function readWithoutCause(thrown: Thrown): ConnectionError | InputError {
	const { httpCode, messages, message, description } = thrown;
	const [first] = Array.isArray(messages) ? (messages as unknown[]) : [];
	const words = String(first ?? message);
	const code = typeof httpCode === 'string' && /^[A-Z]/.test(httpCode) ? httpCode : undefined;
	if (code === InputError.code) {
		return new InputError(words, typeof description === 'string' ? description : undefined);
	}
	return { code, message: words, whileConnecting: /^connect E/.test(words) };
}

/** Reads an error of n8n's request helper. @returns InputError if the credential refused to be used */
export function readConnectionError(error: unknown): ConnectionError | InputError {
	const chain = causes(error);
	const input = chain.find((cause) => cause instanceof InputError);
	if (input instanceof InputError) return input;

	const [outermost] = chain;
	if (chain.length === 1 && 'httpCode' in outermost) return readWithoutCause(outermost);
	return {
		code: chain.map(({ code }) => code).find((code) => typeof code === 'string'),
		message: String(chain.at(-1)?.message ?? error),
		whileConnecting: chain.some((cause) => cause.syscall === 'connect'),
	};
}
