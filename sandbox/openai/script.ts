import { Refusal } from '../http/exchange';

interface Tool {
	name: string;
	/** The names of its parameters. */
	parameters: string[];
	/** A person has to approve each call; n8n then wraps the parameters. */
	isGated: boolean;
}

interface Conversation {
	model: string;
	tools: Tool[];
	/** The text of the last question. */
	question: string;
	/** The answers of the tools since then. */
	answers: string[];
}

interface Message {
	role: string;
	content?: string | Array<{ text?: string }> | null;
}

interface Schema {
	properties?: Record<string, Schema>;
}

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

/** @throws Refusal for what OpenAI would refuse, and for what isn't scripted */
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

/** What the stand-in says next: a tool call, or its last words. */
type Turn =
	| { tool: string; arguments: Record<string, unknown> }
	| { tool?: undefined; text: string };

const stuck = (why: string): Refusal => new Refusal(400, `The script can't go on: ${why}`);

function wordsOf(question: string): { organisation: string; list: string; email: string } {
	const [organisation, list] = [...question.matchAll(/"([^"]+)"/g)].map(([, quoted]) => quoted);
	const email = /[^\s@"]+@[\w.-]+\w/.exec(question)?.[0];
	if (organisation && list && email) return { organisation, list, email };
	throw stuck('the question holds no organisation and list in quotes, and e-mail address.');
}

function objectsIn(answer: string): Array<Record<string, unknown>> {
	try {
		const objects = JSON.parse(answer) as unknown;
		if (Array.isArray(objects)) return objects as Array<Record<string, unknown>>;
	} catch {
		// n8n passes on an error as text.
	}
	throw stuck(`a tool answered ${answer}`);
}

function find(answer: string, field: string, value: string): Record<string, unknown> {
	const found = objectsIn(answer).find((object) => object[field] === value);
	if (!found) throw stuck(`nothing has the ${field} ${value} in ${answer}`);
	return found;
}

/** Calls the tool with the service in its name, with the parameters that the request names. */
function call({ tools }: Conversation, service: string, known: Record<string, unknown>): Turn {
	const tool = tools.find(({ name }) => name.split(/[_-]/).includes(service));
	if (!tool) throw stuck(`of the tools offered none has ${service} in its name.`);
	const values = tool.parameters.map((name): [string, string] => {
		if (known[name] === undefined) throw stuck(`it knows no ${name} for ${tool.name}.`);
		return [name, String(known[name])];
	});
	const given = Object.fromEntries(values);
	const wrapped = { toolParameters: given, hitlParameters: {} };
	return { tool: tool.name, arguments: tool.isGated ? wrapped : given };
}

/**
 * The next step of the script: find the organisation in COR, save it in Corlega, add its address to
 * an Inboxify list, first in a wrong form, as models do, then in the form that the error asks for.
 * @throws Refusal where a model could not continue with an answer
 */
export function nextTurn(conversation: Conversation): Turn {
	const { organisation, list, email } = wordsOf(conversation.question);
	const [register, contacts, refused, newsletter] = conversation.answers;

	if (register === undefined) return call(conversation, 'COR', { search: organisation });
	const { naam, oin } = find(register, 'naam', organisation);

	if (contacts === undefined) return call(conversation, 'Corlega', { name: naam, email, oin });
	const contact = find(contacts, 'email', email);

	if (refused === undefined) {
		const both = `${String(contact.name)}: ${String(contact.email)}`;
		return call(conversation, 'Inboxify', { list, email: both });
	}
	const [{ error } = {}] = objectsIn(refused);
	const wanted = /^Email must be an e-mail address, but is ".*: (.+?)"/.exec(String(error));
	if (!wanted) throw stuck(`the error does not say what is wrong with the address: ${refused}`);

	if (newsletter === undefined) return call(conversation, 'Inboxify', { list, email: wanted[1] });
	const { success } = find(newsletter, 'email', email);
	if (success !== true) throw stuck(`Inboxify did not take the address: ${newsletter}`);

	return {
		text: `${String(naam)} has OIN ${String(oin)}. It is contact ${String(contact.id)} in Corlega, and ${email} is on the list ${list}. At first Inboxify refused the address: ${String(error)}`,
	};
}
