import { Refusal } from '../http/refusal';

/** A tool that the model may call, as a request offers it. */
export interface Tool {
	name: string;
	/** The names of its parameters. */
	parameters: string[];
	/** A person has to approve each call: n8n then wraps the parameters. */
	isGated: boolean;
}

/** What a request asks, as far as the script looks at it. */
export interface Conversation {
	model: string;
	tools: Tool[];
	/** The text of the last question. */
	question: string;
	/** What the tools answered since then, in order. */
	answers: string[];
}

interface Message {
	role: string;
	content?: string | Array<{ text?: string }> | null;
}

interface Schema {
	properties?: Record<string, Schema>;
}

/** A tool as it is offered. */
function readTool(name: string, schema: Schema = {}): Tool {
	const gated = schema.properties?.toolParameters;
	const { properties = {} } = gated ?? schema;
	return { name, parameters: Object.keys(properties), isGated: gated !== undefined };
}

/** The body of a request for a chat completion (OpenAI's public reference). */
interface ChatRequest {
	model?: string;
	stream?: boolean;
	messages?: Message[];
	tools?: Array<{ function: { name: string; parameters?: Schema } }>;
}

const textOf = ({ content }: Message): string =>
	typeof content === 'string' ? content : (content ?? []).map(({ text = '' }) => text).join('');

/** Reads a request. @throws Refusal for what OpenAI would refuse, and for what isn't scripted */
export function readConversation(body: unknown): Conversation {
	const { model, stream, messages = [], tools = [] } = (body ?? {}) as ChatRequest;
	if (!model) throw new Refusal(400, 'you must provide a model parameter');
	if (stream) throw new Refusal(400, 'The stand-in does not stream.');
	const last = messages.map(({ role }) => role).lastIndexOf('user');
	if (last === -1) throw new Refusal(400, "'messages' holds no question of a user.");
	return {
		model,
		tools: tools.map(({ function: { name, parameters } }) => readTool(name, parameters)),
		question: textOf(messages[last]),
		answers: messages
			.slice(last)
			.filter(({ role }) => role === 'tool')
			.map(textOf),
	};
}
