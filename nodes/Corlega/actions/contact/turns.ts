import { KeyedMutex } from '../../../shared/async/keyedMutex';

/**
 * Lets tasks that may touch the same contact go one after another, in the order they came. Keys that
 * one task has named together belong together from then on: two tasks can mean the same contact
 * though each knows it by another key.
 */
export class Turns {
	private readonly mutex = new KeyedMutex();

	/** Each key that belongs to another one; following them leads to the one they have in common. */
	private readonly parents = new Map<string, string>();

	/** @param keys at least one */
	async run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
		const roots = [...new Set(keys.map((key) => this.rootOf(key)))];
		for (const root of roots.slice(1)) this.parents.set(root, roots[0]);
		return await this.mutex.run(roots, task);
	}

	private rootOf(key: string): string {
		let root = key;
		for (let parent = this.parents.get(root); parent; parent = this.parents.get(root))
			root = parent;
		if (root !== key) this.parents.set(key, root);
		return root;
	}
}
