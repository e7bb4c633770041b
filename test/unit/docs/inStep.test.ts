import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	documentOf,
	generateDocuments,
	type GeneratedDocument,
} from '../../../tools/docs/documents';
import { languages } from '../../../tools/docs/language';
import { operationsOf } from '../../../tools/docs/operations';
import { nodeTypes } from '../../../tools/engine/types';
import { nodeServiceNames } from '../../../tools/services';
import { packageFolder } from '../../../tools/lib/paths';

const paths = nodeServiceNames.flatMap((service) =>
	languages.map((language) => documentOf(service, language)),
);

describe('what npm run docs generates', () => {
	let documents: GeneratedDocument[];

	beforeAll(async () => {
		documents = await generateDocuments(false);
	});

	// Where this fails, a node or what it gives has changed: run npm run docs.
	test.each(paths)('%s is in step with the nodes', (path) => {
		const { text, wanted } = documents.find((document) => document.path === path)!;
		expect(text).toBe(wanted);
	});

	test('names no address of the sandbox', () => {
		for (const { wanted } of documents) expect(wanted).not.toMatch(/127\.0\.0\.1|localhost/);
	});
});

test.each(nodeServiceNames)('every operation of %s has a heading in each language', (service) => {
	for (const language of languages) {
		const lines = readFileSync(join(packageFolder, documentOf(service, language)), 'utf8').split(
			'\n',
		);
		for (const { resource, name } of operationsOf(nodeTypes[service].description)) {
			expect(lines).toContain(`### ${resource}: ${name}`);
		}
	}
});
