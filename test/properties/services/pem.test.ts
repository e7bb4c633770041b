import { readPem } from '../../../nodes/Cor/certificate/pem';
import { anyText, fc } from '../cases';

const block = fc
	.tuple(
		fc.constantFrom('CERTIFICATE', 'PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
		fc.base64String({ minLength: 4, maxLength: 300 }),
		fc.option(fc.constantFrom('AES-256-CBC,0A1B2C', 'DES-EDE3-CBC,FFEE'), { nil: undefined }),
	)
	.map(([label, base64, encryption]) => [
		`-----BEGIN ${label}-----`,
		...(encryption ? ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${encryption}`, ''] : []),
		...base64.match(/.{1,64}/g)!,
		`-----END ${label}-----`,
		'',
	]);

/** What a password field, a spreadsheet or a JSON file leaves of a line break. */
const breaks = fc.oneof(
	fc.constantFrom('', '\n', '\r\n', '\r', ' ', '\t', '\\n', '\\r\\n', ' \n ', '\n\n'),
	fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t'), minLength: 1, maxLength: 5 }),
);

/** What `openssl pkcs12` writes before each block. */
const before = fc.constantFrom('', 'subject=/CN=x\n');

test('whatever happened to the white space of PEM text, it is undone', () => {
	fc.assert(
		fc.property(fc.array(block, { maxLength: 3 }), breaks, before, (blocks, between, text) => {
			// The header of an encrypted key can't be told from what follows without any white space.
			fc.pre(between !== '' || blocks.every(([, header]) => !header.startsWith('Proc-Type')));
			const damaged = blocks.map((lines) => text + lines.join(between)).join('');
			expect(readPem(damaged)).toEqual(blocks.map((lines) => lines.join('\n')));
		}),
	);
});

test('any other text is no PEM', () => {
	fc.assert(
		fc.property(
			anyText,
			fc.constantFrom('', '-----BEGIN X-----', '-----END X-----'),
			(text, line) => {
				expect(readPem(`${text}${line}`)).toEqual([]);
			},
		),
	);
});
