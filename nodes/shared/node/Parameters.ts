import type { IExecuteFunctions, IGetNodeParameterOptions, INodeParameters } from 'n8n-workflow';

/** Whether a value holds an expression, however deep; n8n marks one with an equals sign. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/** Reads the parameters of a node; those without an expression once. Callers must not change them. */
export class Parameters {
	/** As the workflow holds them. n8n copies the node each time it is asked for it. */
	readonly raw: INodeParameters;

	private readonly constants = new Map<string, unknown>();

	constructor(private readonly context: IExecuteFunctions) {
		this.raw = context.getNode().parameters;
	}

	get(
		name: string,
		itemIndex: number,
		fallback?: unknown,
		options: IGetNodeParameterOptions = {},
	): unknown {
		const key = options.extractValue ? `${name} extracted` : name;
		if (this.constants.has(key)) return this.constants.get(key);
		const value = this.context.getNodeParameter(name, itemIndex, fallback, options) as unknown;
		if (!hasExpression(this.raw[name])) this.constants.set(key, value);
		return value;
	}
}
