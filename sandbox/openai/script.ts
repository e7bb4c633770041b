import { Refusal } from '../http/refusal';
import type { Conversation } from './chat';

/** What the stand-in says next: a call of a tool, or its last words. */
export type Turn =
	| { tool: string; arguments: Record<string, unknown> }
	| { tool?: undefined; text: string };

const stuck = (why: string): Refusal => new Refusal(400, `The script can't go on: ${why}`);

function wordsOf(question: string): { organisation: string; list: string; email: string } {
	const [organisation, list] = [...question.matchAll(/"([^"]+)"/g)].map(([, quoted]) => quoted);
	const email = /[^\s@"]+@[\w.-]+\w/.exec(question)?.[0];
	if (organisation && list && email) return { organisation, list, email };
	throw stuck('the question holds no organisation and list in quotes, and e-mail address.');
}

/** The objects that a tool gave, or the error that n8n hands on in their place. */
function objectsIn(answer: string): Array<Record<string, unknown>> {
	try {
		const objects = JSON.parse(answer) as unknown;
		if (Array.isArray(objects)) return objects as Array<Record<string, unknown>>;
	} catch {
		// Told below.
	}
	throw stuck(`a tool answered ${answer}`);
}

function find(answer: string, field: string, value: string): Record<string, unknown> {
	const found = objectsIn(answer).find((object) => object[field] === value);
	if (!found) throw stuck(`nothing has the ${field} ${value} in ${answer}`);
	return found;
}

/** Calls the tool whose name holds the service's, with the parameters that the request names. */
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
 * Goes one step further in the script: look the organisation up in COR, save it in Corlega, put its
 * address on an Inboxify list, at first in a wrong form, as models do, and then in the form that
 * the error asks for. From the second step on every value comes from what the tools answered.
 * @throws Refusal where an answer is not such that a model could go on with it
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
	if (!wanted) throw stuck(`the error does not tell what is wrong with the address: ${refused}`);

	if (newsletter === undefined) return call(conversation, 'Inboxify', { list, email: wanted[1] });
	const { success } = find(newsletter, 'email', email);
	if (success !== true) throw stuck(`Inboxify did not take the address: ${newsletter}`);

	return {
		text: `${String(naam)} has OIN ${String(oin)}. It is contact ${String(contact.id)} in Corlega, and ${email} is on the list ${list}. At first Inboxify refused the address: ${String(error)}`,
	};
}
