// n8n's verification rules on what would be published: the source, and the packed tarball. Of this
// package, or of the one whose folder is given; it has to be built.
import {
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import { execaSync } from 'execa';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadedModules } from './loadedModules.mjs';

const ROOT = join(import.meta.dirname, '../..');
const SCANNED = resolve(process.argv[2] ?? ROOT);
const LARGEST_TARBALL = 150_000;
const ALLOWED_FILES = /^(dist\/.+|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
const ALLOWED_MODULES = ['n8n-workflow', 'node:crypto'];

async function lint(name, folder, patterns) {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		errorOnUnmatchedPattern: true,
		// dist/ is what is published: ESLint ignores it by default.
		ignore: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
	const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
	console.log(`${name}: ${results.length} files, ${errors} errors, ${warnings} warnings`);
	const problems = await (await eslint.loadFormatter('stylish')).format(results);
	if (problems) console.log(problems);
	return results.length > 0 && errors + warnings === 0;
}

/** Packs and unpacks the package as `npm publish` would. */
function pack(folder) {
	execaSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: SCANNED,
	});
	const tarball = join(
		folder,
		readdirSync(folder).find((file) => file.endsWith('.tgz')),
	);
	execaSync('tar', ['-xzf', tarball, '-C', folder]);
	return { tarball, unpacked: join(folder, 'package') };
}

function checkTarball({ tarball, unpacked }) {
	const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(unpacked.length + 1));
	const extra = files.filter((file) => !ALLOWED_FILES.test(file));
	const size = statSync(tarball).size;
	console.log(`tarball: ${files.length} files, ${size} bytes`);
	if (extra.length > 0) console.log(`  not to be published: ${extra.join(', ')}`);
	if (size >= LARGEST_TARBALL) console.log(`  larger than ${LARGEST_TARBALL} bytes`);
	return extra.length === 0 && size < LARGEST_TARBALL;
}

function checkModules({ unpacked }) {
	const { n8n } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) => join(unpacked, file));
	const modules = loadedModules(entries, unpacked);
	console.log(`tarball: ${entries.length} nodes and credentials load ${modules.join(', ')}`);
	const extra = modules.filter((name) => !ALLOWED_MODULES.includes(name));
	if (extra.length > 0) console.log(`  not allowed: ${extra.join(', ')}`);
	return extra.length === 0;
}

const folder = mkdtempSync(join(ROOT, 'node_modules', '.scan-'));
try {
	const packed = pack(folder);
	const passed = [
		await lint('source', SCANNED, SOURCE_FILE_PATTERNS),
		await lint('tarball', packed.unpacked, ['**/*.js', 'package.json']),
		checkTarball(packed),
		checkModules(packed),
	];
	process.exitCode = passed.every(Boolean) ? 0 : 1;
	console.log(process.exitCode === 0 ? 'scan passed' : 'scan failed');
} finally {
	rmSync(folder, { recursive: true, force: true });
}
