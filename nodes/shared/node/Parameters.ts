import type { IExecuteFunctions, IGetNodeParameterOptions } from 'n8n-workflow';

/** Whether a value holds an expression, however deep; n8n marks one with an equals sign. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * The parameters of a node. What holds no expression is the same for every item, and is read once.
 * What comes out must not be changed.
 */
export class Parameters {
	private readonly same = new Map<string, unknown>();

	private readonly varies = new Map<string, boolean>();

	constructor(private readonly context: IExecuteFunctions) {}

	/** @param index of the item */
	get(
		name: string,
		index: number,
		fallback?: unknown,
		options: IGetNodeParameterOptions = {},
	): unknown {
		const key = options.extractValue ? `${name} extracted` : name;
		if (this.same.has(key)) return this.same.get(key);
		const value = this.context.getNodeParameter(name, index, fallback, options) as unknown;
		if (!this.hasVariants(name)) this.same.set(key, value);
		return value;
	}

	private hasVariants(name: string): boolean {
		const known = this.varies.get(name);
		if (known !== undefined) return known;
		const varies = hasExpression(this.context.getNode().parameters[name]);
		this.varies.set(name, varies);
		return varies;
	}
}
