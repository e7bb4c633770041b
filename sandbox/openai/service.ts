import { Hono } from 'hono';
import { send, type Exchange, type SandboxEnv } from '../exchange';
import { Refusal } from '../refusal';
import { SandboxService, type ServiceSettings } from '../server';
import { readConversation } from './chat';
import { nextTurn, type Turn } from './script';

const model = 'gpt-5-mini';

const answer = (exchange: Exchange, body: object): Response =>
	send(exchange, { status: 200, text: JSON.stringify(body) });

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

/**
 * A stand-in for OpenAI, or for what is compatible with it: no model, but a script that calls tools
 * of the three nodes and goes on with what they answer.
 */
export class OpenAiService extends SandboxService {
	readonly apiKey = 'sandbox-openai-key';

	private completions = 0;

	constructor(settings: ServiceSettings) {
		super(['/v1'], settings);
		this.app.use(async (c, next) => {
			const { authorization } = c.env.entry.headers;
			if (authorization !== `Bearer ${this.apiKey}`) {
				throw new Refusal(401, 'Incorrect API key provided.', 'invalid_api_key');
			}
			await next();
		});
		this.app.route('/v1', this.routes());
	}

	protected errorBody({ status, message, code }: Refusal): unknown {
		const type = status >= 500 ? 'server_error' : 'invalid_request_error';
		return { error: { message, type, param: null, code: code ?? null } };
	}

	private routes(): Hono<SandboxEnv> {
		return new Hono<SandboxEnv>()
			.get('/models', (c) => {
				const data = [{ id: model, object: 'model', created: 0, owned_by: 'sandbox' }];
				return answer(c.env, { object: 'list', data });
			})
			.post('/chat/completions', (c) => this.complete(c.env));
	}

	private complete(exchange: Exchange): Response {
		const conversation = readConversation(exchange.entry.body);
		const turn = nextTurn(conversation);
		const number = ++this.completions;
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
}
