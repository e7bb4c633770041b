import { Hono } from 'hono';
import { Refusal, send, type Exchange, type SandboxEnv } from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../http/serviceState';
import { nextTurn, readConversation } from './script';

const base = '/v1';

/** A stand-in for OpenAI: no model, but a script that calls tools of the three nodes. */
export class OpenAiState extends ServiceState {
	readonly title = 'OpenAI';
	readonly imitates = 'https://api.openai.com/v1';

	readonly apiKey = 'sandbox-openai-key';
	readonly model = 'gpt-5-mini';
	/** Completions so far; the ids of answers continue from here. */
	completions = 0;

	get credential(): SandboxCredential {
		return {
			id: 'openAiAccount001',
			name: 'OpenAI account',
			type: 'openAiApi',
			data: { apiKey: this.apiKey, url: this.url },
		};
	}

	describe(): Detail[] {
		return [
			{ label: 'API key', value: this.apiKey },
			{ label: 'Model', value: `${this.model}, a scripted stand-in` },
		];
	}
}

export async function startOpenAi(settings: ServiceSettings): Promise<RunningService<OpenAiState>> {
	const state = new OpenAiState(settings);
	const errorBody = ({ status, message, code }: Refusal) => {
		const type = status >= 500 ? 'server_error' : 'invalid_request_error';
		return { error: { message, type, param: null, code: code ?? null } };
	};
	return await serve(state, { bases: [base], routes: routesOf(state), errorBody }, settings);
}

/** The list of models and the chat completions. */
function routesOf(state: OpenAiState): Hono<SandboxEnv> {
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
		.route(base, routes);
}

const answer = (exchange: Exchange, body: object): Response =>
	send(exchange, { status: 200, body: JSON.stringify(body) });

/** The assistant's message and why it ended (OpenAI's public reference). */
function complete(state: OpenAiState, exchange: Exchange): Response {
	const conversation = readConversation(exchange.entry.body);
	const turn = nextTurn(conversation);
	const number = ++state.completions;
	const toolCall = turn.tool !== undefined && {
		id: `call_${number}`,
		type: 'function',
		function: { name: turn.tool, arguments: JSON.stringify(turn.arguments) },
	};
	const message = {
		role: 'assistant',
		refusal: null,
		content: turn.tool === undefined ? turn.text : null,
		...(toolCall && { tool_calls: [toolCall] }),
	};
	const choice = { index: 0, message, finish_reason: toolCall ? 'tool_calls' : 'stop' };
	return answer(exchange, {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: Math.floor(exchange.entry.at / 1000),
		model: conversation.model,
		choices: [{ ...choice, logprobs: null }],
		// A script has no tokens to count.
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	});
}
