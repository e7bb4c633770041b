import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { InputError } from '../input/InputError';
import { RequestError } from '../service/RequestError';

/** The error of the one item, or of the node as a whole. */
export type NodeFailure = NodeApiError | NodeOperationError;

function fromRequest(node: INode, error: RequestError, itemIndex?: number): NodeApiError {
	const { message, advice, status, code } = error.failure;
	// Only these facts: an axios error would bring the request's headers, and so the key.
	const result = new NodeApiError(
		node,
		{ message },
		{ message, description: advice, httpCode: status?.toString() ?? 'none', itemIndex },
	);
	// n8n puts a sentence of its own where a message holds a code such as ECONNRESET.
	result.message = message;
	result.httpCode = status?.toString() ?? null;
	if (code !== undefined) result.context.code = code;
	return result;
}

/**
 * Makes n8n's error of whatever went wrong: NodeApiError for a request, NodeOperationError for the
 * rest, each with the index of the item.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeFailure {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof RequestError) return fromRequest(node, error, itemIndex);
	if (error instanceof InputError) {
		return new NodeOperationError(node, error.message, {
			itemIndex,
			description: error.description,
		});
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
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

/** Makes n8n's error of a poll that failed, with why, so that n8n backs off as it should. */
export function toPollError(node: INode, error: unknown): NodeFailure {
	const made = toNodeError(node, error);
	// An n8n that does not know it passes it over.
	made.failure ??= failureOf(error);
	return made;
}

/**
 * What an error item says beside its message, for the nodes that follow.
 * @param advice what to do next
 * @param item index of the input item
 * @returns the same keys for every error; null for what is not known
 */
export function detailsOf(
	service: string,
	error: unknown,
	advice: string | null | undefined,
	item: number,
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
		item,
	};
}

/** Says which item it was, as n8n does, since an error item holds nothing of its input. */
export function withItem(error: NodeFailure, index: number): NodeFailure {
	if (!/\[item \d+\]$/.test(error.message)) error.message += ` [item ${index}]`;
	return error;
}

/**
 * Puts the advice into the message: of an error item n8n shows nothing else.
 */
export function withAdvice(error: NodeFailure): NodeFailure {
	if (error.description && !error.message.includes(error.description)) {
		error.message = `${error.message.replace(/\.$/, '')}. ${error.description}`;
	}
	return error;
}
