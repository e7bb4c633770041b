// Takes the white space out of the compiled code, and nothing else: names and their order stay.
const { readdir, readFile, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { minify } = require('@swc/core');

const COMPILED = join(__dirname, 'dist');

async function shrink() {
	const files = await readdir(COMPILED, { recursive: true });
	for (const file of files.filter((name) => name.endsWith('.js'))) {
		const path = join(COMPILED, file);
		const options = { compress: false, mangle: false, module: false };
		const { code } = await minify(await readFile(path, 'utf8'), options);
		await writeFile(path, code);
	}
}

void shrink();
