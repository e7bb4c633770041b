import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentialTypes, nodeTypes, triggerTypes } from '../engine/types';
import { type NodeServiceName, nodeServiceNames } from '../services';
import { packageFolder } from '../lib/paths';
import { type Language, languages } from './language';
import { fillParts, partIn } from './parts';
import { countPolls, pollsTable } from './polls';
import { takeSamples } from './samples';
import { sectionsOf } from './sections';

export interface GeneratedDocument {
	path: string;
	text: string;
	wanted: string;
}

export const documentOf = (service: NodeServiceName, { folder }: Language): string =>
	`${folder}/${service}.md`;

/**
 * The documentation of each service in each language.
 * @param counts whether to count the requests of polls, which takes seconds
 * @throws Error when a document lacks a part, or an operation fails
 */
export async function generateDocuments(counts = true): Promise<GeneratedDocument[]> {
	const samples = await takeSamples();
	const documents: GeneratedDocument[] = [];
	for (const service of nodeServiceNames) {
		const node = nodeTypes[service];
		const [{ name: credential }] = node.description.credentials!;
		const polls = counts ? await countPolls(service) : [];
		for (const language of languages) {
			const path = documentOf(service, language);
			const text = await readFile(join(packageFolder, path), 'utf8');
			const parts = sectionsOf(
				{
					node,
					trigger: triggerTypes[`${service}Trigger`],
					credential: credentialTypes[credential],
					samples: samples[service],
				},
				language,
			);
			if (polls.length > 0) parts.set('polls', pollsTable(service, polls, language));
			else if (!counts) parts.set('polls', partIn(text, 'polls'));
			try {
				documents.push({ path, text, wanted: fillParts(text, parts) });
			} catch (error) {
				throw new Error(`${path}: ${(error as Error).message}`);
			}
		}
	}
	return documents;
}
