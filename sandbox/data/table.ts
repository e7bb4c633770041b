export interface TableOptions<Row> {
	/** Normalizes a key, e.g. its letter case. */
	keyOf?: (key: string) => string;
	secondKeyOf?: (row: Row) => string | undefined;
}

/** A Map with an array of its rows and a second key. Change a second key only by `change`. */
export class Table<Row extends object> extends Map<string, Row> {
	private order: Row[] | null = null;
	private readonly bySecondKey = new Map<string, Row>();
	private readonly keyOf: (key: string) => string;
	private readonly secondKeyOf: (row: Row) => string | undefined;

	constructor(options: TableOptions<Row> = {}) {
		super();
		this.keyOf = options.keyOf ?? ((key) => key);
		this.secondKeyOf = options.secondKeyOf ?? (() => undefined);
	}

	/** In order of insertion. */
	get rows(): readonly Row[] {
		return (this.order ??= [...this.values()]);
	}

	findBySecondKey(key: string): Row | undefined {
		return this.bySecondKey.get(key);
	}

	/** Sets fields of a row in the table. */
	change(row: Row, fields: Partial<Row>): void {
		this.forget(row);
		Object.assign(row, fields);
		this.remember(row);
	}

	override get(key: string): Row | undefined {
		return super.get(this.keyOf(key));
	}

	override has(key: string): boolean {
		return super.has(this.keyOf(key));
	}

	override set(key: string, row: Row): this {
		const previous = this.get(key);
		if (previous) {
			this.forget(previous);
			this.order = null;
		} else {
			this.order?.push(row);
		}
		this.remember(row);
		return super.set(this.keyOf(key), row);
	}

	override delete(key: string): boolean {
		const row = this.get(key);
		if (!row) return false;
		this.forget(row);
		this.order = null;
		return super.delete(this.keyOf(key));
	}

	override clear(): void {
		this.bySecondKey.clear();
		this.order = null;
		super.clear();
	}

	private remember(row: Row): void {
		const key = this.secondKeyOf(row);
		if (key !== undefined) this.bySecondKey.set(key, row);
	}

	private forget(row: Row): void {
		const key = this.secondKeyOf(row);
		if (key !== undefined && this.bySecondKey.get(key) === row) this.bySecondKey.delete(key);
	}
}
