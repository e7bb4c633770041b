import { type INode, NodeApiError } from 'n8n-workflow';
import { readConnectionError } from '../../../nodes/shared/http/connectionError';
import { InputError } from '../../../nodes/shared/input/InputError';

const node = { name: 'Node', type: 'test' } as INode;

/** n8n's error as versions up to 2.20 make it: they drop what it was made of. */
function withoutCause(error: Error): NodeApiError {
	const made = new NodeApiError(node, error as never);
	Object.defineProperty(made, 'cause', { value: undefined });
	return made;
}

const failed = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);

describe.each<[string, (error: Error) => Error]>([
	['with what it was made of', (error) => new NodeApiError(node, error as never)],
	['that keeps nothing of it but words and a code', withoutCause],
])("n8n's error %s", (_, make) => {
	test.each([
		['ECONNRESET', 'socket hang up', false],
		['ECONNABORTED', 'timeout of 50ms exceeded', false],
		['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', false],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND nergens.invalid', false],
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', true],
		['ETIMEDOUT', 'connect ETIMEDOUT 127.0.0.1:1', true],
		['ETIMEDOUT', 'read ETIMEDOUT', false],
	])('%s (%s): the code, its own words, and whether it was connected', (code, message, early) => {
		const syscall = message.split(' ')[0];

		expect(readConnectionError(make(failed(message, { code, syscall })))).toEqual({
			code,
			message,
			whileConnecting: early,
		});
	});

	test('a failure without a code has none', () => {
		const read = readConnectionError(make(failed('mac verify failure')));

		expect(read).toEqual({ message: 'mac verify failure', whileConnecting: false });
	});

	test.each(['Use an address that starts with https://.', undefined])(
		'an InputError of the credential stays one, with its advice: %s',
		(advice) => {
			const read = readConnectionError(make(new InputError('The Base URL is not a URL', advice)));

			expect(read).toBeInstanceOf(InputError);
			expect(read).toMatchObject({ message: 'The Base URL is not a URL' });
			expect((read as InputError).description ?? undefined).toBe(advice);
		},
	);
});
