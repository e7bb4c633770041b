import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

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
