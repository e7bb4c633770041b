import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { InputError } from '../input/InputError';
import { RequestError } from '../service/RequestError';

export type NodeFailure = NodeApiError | NodeOperationError;

function fromRequest(node: INode, error: RequestError, itemIndex?: number): NodeApiError {
	const { message, advice, status, code } = error.failure;
	// Nothing of an axios error: it holds the request's headers, and so the key.
	const result = new NodeApiError(
		node,
		{ message },
		{ message, description: advice, httpCode: status?.toString() ?? 'none', itemIndex },
	);
	// n8n replaces a message that holds a code such as ECONNRESET.
	result.message = message;
	result.httpCode = status?.toString() ?? null;
	if (code !== undefined) result.context.code = code;
	return result;
}

/** Returns n8n's error: NodeApiError for a failed request, otherwise NodeOperationError. */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeFailure {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof RequestError) return fromRequest(node, error, itemIndex);
	if (error instanceof InputError) {
		const { message, description } = error;
		return new NodeOperationError(node, message, { itemIndex, description });
	}
	const cause = error instanceof Error ? error : String(error);
	return new NodeOperationError(node, cause, { itemIndex });
}

/** Why a poll failed, as n8n's durable pollers understand it (n8n-workflow's `Failure`). */
function failureOf(error: unknown): NodeFailure['failure'] {
	if (error instanceof InputError) {
		const isCredential = / in the credential/.test(error.message);
		return { cause: isCredential ? 'credential-invalid' : 'configuration-invalid' };
	}
	if (!(error instanceof RequestError)) return undefined;
	const { status, retryAfter } = error.failure;
	const retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1000;
	if (status === 429) return { cause: 'rate-limited', retryAfterMs };
	if (status === 401 || status === 403) return { cause: 'credential-invalid' };
	const isTemporary = status === undefined || status === 408 || status >= 500;
	return isTemporary ? { cause: 'temporarily-unavailable', retryAfterMs } : undefined;
}

/** Returns n8n's error for a failed poll, with the cause, by which n8n backs off. */
export function toPollError(node: INode, error: unknown): NodeFailure {
	const made = toNodeError(node, error);
	// An older n8n ignores it.
	made.failure ??= failureOf(error);
	return made;
}

/**
 * Returns the details of an error item, for the nodes that follow.
 * @param advice what to do next
 * @returns the same keys for every error; null for what is not known
 */
export function detailsOf(
	service: string,
	error: unknown,
	advice: string | null | undefined,
	itemIndex: number,
): IDataObject {
	const failure = error instanceof RequestError ? error.failure : undefined;
	return {
		service,
		status: failure?.status ?? null,
		code: failure?.code ?? null,
		mayHaveBeenDone: failure?.uncertain === true || failure?.mayHaveBeenDone === true,
		attempts: failure ? (failure.attempts ?? 1) : 0,
		retryAfter: failure?.retryAfter ?? null,
		advice: advice || null,
		item: itemIndex,
	};
}

/** Adds advice to a message that does not hold it yet. */
export const withAdvice = (message: string, advice?: string | null): string =>
	!advice || message.includes(advice) ? message : `${message.trim().replace(/\.$/, '')}. ${advice}`;

/** Names the item, as n8n does: an error item holds nothing of its input. */
export const withItem = (message: string, index: number): string =>
	/\[item \d+\]$/.test(message) ? message : `${message} [item ${index}]`;
