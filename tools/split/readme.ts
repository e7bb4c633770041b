import type { NodeServiceName } from '../services';
import { blocksOf, keepOnly, sectionOf, textOf } from './markdown';
import { concernsOthers, renamed, type SplitPackage } from './packages';

/** Without the items that name another service. */
export const changelogFor = (changelog: string, service: NodeServiceName): string =>
	textOf(keepOnly(blocksOf(changelog), (text) => !concernsOthers(text, service)));

/** Sections of the README that single-service packages have too. */
const SECTIONS = ['What each node can do', 'Examples', 'What you can rely on'];

export interface Contents {
	package: SplitPackage;
	examples: string[];
	more: string[];
}

function isWanted(text: string, { package: { service }, examples }: Contents): boolean {
	const [, example] = /^\| `([\w-]+\.json)`/.exec(text) ?? [];
	if (example !== undefined && !examples.includes(example)) return false;
	return !concernsOthers(text, service) && !/\bnl\/\w+\.md\b/.test(text);
}

export function documentFor(markdown: string, contents: Contents): string {
	const blocks = blocksOf(markdown);
	const text = textOf(keepOnly(blocks, (block) => isWanted(block, contents)));
	return renamed(text, contents.package);
}

const headOf = ({ name, title, head, service }: SplitPackage): string => `# ${name}

${head}

![The ${title} node](docs/screenshots/${service}-node.png)

## Install in n8n

On n8n Cloud, search for **${title}** when you add a node, and install it there. It appears once n8n has
verified this package.

On a server of your own:

1. Open **Settings > Community nodes** and choose **Install a community node**, or **Install** where there are some.
2. Enter \`${name}\`, accept the risk notice, and choose **Install**.
3. Search for ${title} when you add a node.

Only the owner or an admin of an n8n instance can do this. As long as n8n has not verified this package,
n8n 3.0 and later have to be started with \`N8N_UNVERIFIED_PACKAGES_ENABLED=true\`.
`;

const footOf = ({ more }: Contents): string => `## More

${more.map((item) => `- ${item}`).join('\n')}

## License

[MIT](LICENSE)
`;

/** The README of a single-service package. @throws Error when a section is missing */
export function readmeFor(whole: string, contents: Contents): string {
	const blocks = blocksOf(whole);
	const sections = SECTIONS.map(
		(heading) => `## ${heading}\n\n${textOf(sectionOf(blocks, heading))}`,
	);
	const body = documentFor(sections.join('\n'), contents);
	return [headOf(contents.package), body, footOf(contents)].join('\n');
}
