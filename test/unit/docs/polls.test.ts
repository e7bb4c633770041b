import { generateDocuments } from '../../../tools/docs/documents';

// Where this fails, a trigger takes other requests than before: run npm run docs.
test('the tables of polls are in step with the triggers', async () => {
	for (const { text, wanted } of await generateDocuments()) expect(text).toBe(wanted);
}, 120_000);
