import { createRequire, Module } from 'node:module';
import { sep } from 'node:path';

/**
 * Requires files and tells which modules outside their package they load.
 * @param files paths of CommonJS files
 * @param folder the package's folder
 * @returns names as they stand in the require calls, sorted
 */
export function loadedModules(files, folder) {
	const names = new Set();
	const load = Module._load;
	Module._load = function (request, parent, ...rest) {
		const inside = parent?.filename?.startsWith(folder + sep);
		if (inside && !request.startsWith('.')) names.add(request);
		return load.call(this, request, parent, ...rest);
	};
	try {
		const require = createRequire(import.meta.url);
		for (const file of files) require(file);
	} finally {
		Module._load = load;
	}
	return [...names].sort();
}
