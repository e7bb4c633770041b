import { Hono } from 'hono';
import { send, type Exchange, type SandboxEnv } from '../http/exchange';
import { Refusal } from '../http/refusal';
import { readConversation } from './chat';
import { nextTurn, type Turn } from './script';
import type { OpenAiState } from './state';

export const openAiBase = '/v1';

/** The list of models and the chat completions. */
export function openAiRoutes(state: OpenAiState): Hono<SandboxEnv> {
	const routes = new Hono<SandboxEnv>()
		.get('/models', (c) => {
			const data = [{ id: state.model, object: 'model', created: 0, owned_by: 'sandbox' }];
			return answer(c.env, { object: 'list', data });
		})
		.post('/chat/completions', (c) => complete(state, c.env));

	return new Hono<SandboxEnv>()
		.use(async (c, next) => {
			if (c.env.entry.headers.authorization !== `Bearer ${state.apiKey}`) {
				throw new Refusal(401, 'Incorrect API key provided.', 'invalid_api_key');
			}
			await next();
		})
		.route(openAiBase, routes);
}

export function openAiError({ status, message, code }: Refusal): unknown {
	const type = status >= 500 ? 'server_error' : 'invalid_request_error';
	return { error: { message, type, param: null, code: code ?? null } };
}

function answer(exchange: Exchange, body: object): Response {
	return send(exchange, { status: 200, body: JSON.stringify(body) });
}

function complete(state: OpenAiState, exchange: Exchange): Response {
	const conversation = readConversation(exchange.entry.body);
	const turn = nextTurn(conversation);
	const number = ++state.completions;
	return answer(exchange, {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: Math.floor(exchange.entry.at / 1000),
		model: conversation.model,
		choices: [{ index: 0, ...choiceOf(turn, `call_${number}`), logprobs: null }],
		// A script has no tokens to count.
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	});
}

/** The assistant's message and why it ended (OpenAI's public reference). */
function choiceOf(turn: Turn, callId: string): object {
	const message = { role: 'assistant', refusal: null };
	if (turn.tool === undefined) {
		return { message: { ...message, content: turn.text }, finish_reason: 'stop' };
	}
	const called = { name: turn.tool, arguments: JSON.stringify(turn.arguments) };
	return {
		message: {
			...message,
			content: null,
			tool_calls: [{ id: callId, type: 'function', function: called }],
		},
		finish_reason: 'tool_calls',
	};
}
