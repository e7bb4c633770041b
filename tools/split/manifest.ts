import type whole from '../../package.json';
import { renamed, type SplitPackage } from './packages';

export type Manifest = typeof whole;

/** What a package needs for build and lint. */
const TOOLS = [
	'@n8n/node-cli',
	'@types/node',
	'eslint',
	'gulp',
	'n8n-workflow',
	'prettier',
	'typescript',
	'unrs-resolver',
] as const;

export function manifestFor(whole: Manifest, own: SplitPackage) {
	const { name, folder, description, keywords } = own;
	const { credentials, nodes, n8nNodesApiVersion } = whole.n8n;
	return {
		name,
		version: whole.version,
		description,
		keywords: ['n8n-community-node-package', 'n8n', ...keywords],
		license: whole.license,
		homepage: renamed(whole.homepage, own),
		bugs: renamed(whole.bugs, own),
		author: whole.author,
		repository: { ...whole.repository, url: renamed(whole.repository.url, own) },
		engines: whole.engines,
		scripts: {
			build: 'gulp clean && tsc && gulp assets',
			lint: 'n8n-node lint',
		},
		files: whole.files,
		n8n: {
			n8nNodesApiVersion,
			// n8n's linter then refuses a changed configuration.
			strict: true,
			credentials: credentials.filter((path) => path.includes(`/${folder}Api.`)),
			nodes: nodes.filter((path) => path.includes(`/nodes/${folder}/`)),
		},
		peerDependencies: whole.peerDependencies,
		devDependencies: Object.fromEntries(TOOLS.map((tool) => [tool, whole.devDependencies[tool]])),
	};
}
