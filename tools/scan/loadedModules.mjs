import { createRequire, Module } from 'node:module';
import { sep } from 'node:path';

/** Requires files and returns the modules outside their package that they load, sorted. */
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
