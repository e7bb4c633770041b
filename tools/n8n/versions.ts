import { join } from 'node:path';

import { packageFolder } from '../lib/paths';

/** The rows of the table. */
export const checks = [
	'Operations of Corlega',
	'Operations of Inboxify',
	'Operations of COR',
	'COR with a client certificate',
	'Tests of the credentials',
	'Polls of the triggers',
	'Hints, error items, dates',
	'Tools of an AI Agent',
] as const;

export type Check = (typeof checks)[number];

/** A release of n8n, and its engine. */
export interface Version {
	name: string;
	n8n: string;
	core: string;
	workflow: string;
	/** The Node.js of the release. */
	node: number;
	/** What it does not have; the check is that an error says so. */
	lacks: Check[];
}

const lacks: Check[] = ['COR with a client certificate'];

export const versions: Version[] = [
	{ name: '1.123', n8n: '1.123.0', core: '1.122.0', workflow: '1.120.0', node: 20, lacks },
	{ name: '2.0', n8n: '2.0.0', core: '2.0.0', workflow: '2.0.0', node: 20, lacks },
	{ name: '2.8', n8n: '2.8.4', core: '2.8.1', workflow: '2.8.0', node: 22, lacks },
	{ name: '2.20', n8n: '2.20.0', core: '2.20.0', workflow: '2.20.0', node: 22, lacks: [] },
	{ name: '2.41', n8n: '2.41.1', core: '2.41.1', workflow: '2.41.0', node: 24, lacks: [] },
];

export const oldest = versions[0];
export const newest = versions[versions.length - 1];

/** Ignored by git. */
export const engineFolder = ({ name }: Version): string =>
	join(packageFolder, 'test/versions/installed', name);
