import { DeadlineError } from '../async/deadline';
import { InputError } from '../input/InputError';
import { AnswerTooLarge } from './body';

/** A connection that failed. */
export interface Failed {
	/** Node.js's or axios's, e.g. `ECONNRESET`. */
	code?: string;
	message: string;
	/** The connection had not been made yet. */
	whileConnecting: boolean;
}

type Thrown = Record<string, unknown>;

/** The chain of causes of an error, outermost first; n8n and axios each wrap the one below. */
function causes(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	let current = error;
	while (typeof current === 'object' && current !== null && chain.length < 10) {
		chain.push(current as Thrown);
		current = (current as { cause?: unknown }).cause;
	}
	return chain;
}

/** Codes of what went wrong here rather than at n8n's helper. */
function codeOf(error: unknown): string | undefined {
	if (error instanceof DeadlineError) return 'ETIMEDOUT';
	return error instanceof AnswerTooLarge ? 'ERR_TOO_LARGE' : undefined;
}

/**
 * What n8n's own error keeps where it has no cause, as up to 2.20 at least: the code of what it was
 * made of as `httpCode`, and the words of that, before its own, as the first of `messages`.
 */
function readAlone({ httpCode, messages, message, description }: Thrown): Failed | InputError {
	const [first] = Array.isArray(messages) ? (messages as unknown[]) : [];
	const words = String(first ?? message);
	const code = typeof httpCode === 'string' && /^[A-Z]/.test(httpCode) ? httpCode : undefined;
	if (code === InputError.code) {
		return new InputError(words, typeof description === 'string' ? description : undefined);
	}
	return { code, message: words, whileConnecting: /^connect E/.test(words) };
}

/** Reads what n8n's helper threw. @returns InputError where the credential refused to be used */
export function readThrown(error: unknown): Failed | InputError {
	const chain = causes(error);
	const input = chain.find((cause) => cause instanceof InputError);
	if (input instanceof InputError) return input;

	const [outermost] = chain;
	if (chain.length === 1 && 'httpCode' in outermost) return readAlone(outermost);
	const innermost = chain.at(-1);
	const code = chain.map((cause) => cause.code).find((value) => typeof value === 'string');
	return {
		code: codeOf(innermost) ?? (code as string | undefined),
		message: String(innermost?.message ?? error),
		whileConnecting: chain.some((cause) => cause.syscall === 'connect'),
	};
}
