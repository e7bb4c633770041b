/** Makes the data of the same arguments once in a process, and gives each caller a copy. */
export function seeded<Arguments extends unknown[], Data>(
	make: (...args: Arguments) => Data,
): (...args: Arguments) => Data {
	const made = new Map<string, Data>();
	return (...args) => {
		const key = JSON.stringify(args);
		if (!made.has(key)) made.set(key, make(...args));
		return structuredClone(made.get(key)!);
	};
}
