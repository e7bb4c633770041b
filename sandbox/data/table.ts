export interface TableOptions<Row> {
	/** How a key is written in the table, for keys that differ in letter case alone. */
	keyOf?: (key: string) => string;
	/** A second key that rows are found by; undefined for a row that has none. */
	secondKeyOf?: (row: Row) => string | undefined;
}

/**
 * A Map in order of insertion that also gives a page of its rows and finds a row by a second key,
 * both without walking all rows. Change a row's second key through `change` only.
 */
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

	/** All rows in order of insertion; not to be changed by the caller. */
	get rows(): readonly Row[] {
		return (this.order ??= [...this.values()]);
	}

	findBySecondKey(key: string): Row | undefined {
		return this.bySecondKey.get(key);
	}

	/** Overwrites the given fields of a row that is in the table. */
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
