import type {
	IDataObject,
	IExecuteFunctions,
	IGetNodeParameterOptions,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';

import type { Connection } from '../http/connection';
import { checkOneOf, checkSoundBody, isBlank, isObject } from '../input/check';
import { checkIdentifying, isChosen } from '../input/identifier';
import { InputError, shown } from '../input/InputError';
import { mistakesIn } from '../input/mistakes';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { ListRequest, Page } from '../service/paging';
import type { Service } from '../service/service';
import type { RequestSettings, Session } from '../session/session';
import { type Mapped, readColumns } from './columns';
import { combineOption, readConditions } from './conditions';
import { emptyValuesOption, readOption, returnAllOrLimit, titleOf } from './description/fields';
import type { EmptyValues } from './description/fieldSet';
import { readRequestSettings } from './description/requestOptions';
import { dryRunOption, PlannedRequest } from './dryRun';
import { readOutput } from './output';
import { usageOption } from './usage';

/** Whether a value holds an expression, however deep; n8n marks one with an equals sign. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}

/** Whether a node runs as a tool of an AI Agent. */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.getNode().type.endsWith('Tool');

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

/** What the items of a run share. */
export interface RunScope {
	readonly context: IExecuteFunctions;
	readonly service: Service;
	readonly session: Session;
	readonly parameters: Parameters;
	/** Remarks, each with the indexes of its items. */
	readonly remarks: Map<string, number[]>;
	/** Whether the operation changes something at the service. */
	readonly writes: boolean;
	/** Requests that a dry run would have sent. */
	planned: number;
	/** An item has the option Usage on. */
	showsUsage: boolean;
}

/**
 * One input item: its parameters, and requests on its behalf. Read each parameter once: n8n evaluates
 * its expression every time.
 */
export class Item {
	readonly options: IDataObject;

	readonly settings: RequestSettings;

	/** Whether its writes are only shown. */
	readonly isDryRun: boolean;

	/** @throws InputError for settings out of range */
	constructor(
		private readonly scope: RunScope,
		readonly index: number,
	) {
		this.options = this.collection('options');
		this.settings = readRequestSettings(scope.service, this.options);
		scope.showsUsage ||= this.option<boolean>(usageOption);
		this.isDryRun = scope.writes && this.option<boolean>(dryRunOption);
	}

	/** The workflow's, e.g. `Europe/Amsterdam`. */
	get timezone(): string {
		return this.scope.context.getTimezone();
	}

	/** The input item itself. */
	get json(): IDataObject {
		// Another node may give an item of binary data only.
		return this.scope.context.getInputData()[this.index].json ?? {};
	}

	get isTool(): boolean {
		return isTool(this.scope.context);
	}

	/** The unchecked value of a parameter. */
	parameter(name: string, fallback?: unknown): unknown {
		return this.scope.parameters.get(name, this.index, fallback);
	}

	/**
	 * The value of a resource locator: normalised, or chosen from its list exactly as the service gave it.
	 * @throws InputError where it is empty, or neither text nor a number
	 */
	required(name: string, label: string): string {
		const value = this.scope.parameters.get(name, this.index, '', { extractValue: true });
		return checkIdentifying(label, value, this.isChosen(name));
	}

	/** Whether a resource locator was set by a choice from its list, not by an expression. */
	isChosen(name: string): boolean {
		return isChosen(this.scope.parameters.raw[name]);
	}

	/** A collection. @throws InputError for anything else: a filter must not be lost */
	collection(name: string): IDataObject {
		const value = this.parameter(name, {});
		if (isBlank(value)) return {};
		if (isObject(value)) return value;
		throw new InputError(`${titleOf(name)} must be fields with values, but is ${shown(value)}`);
	}

	/** Whether Specify Fields is to map columns. @throws InputError */
	mapsColumns(): boolean {
		const given = this.parameter('specifyFields', 'fields');
		const value = isBlank(given) ? 'fields' : given;
		return checkOneOf('Specify Fields', value, ['fields', 'columns']) === 'columns';
	}

	/** A collection of fields, or the columns that were mapped instead. @throws InputError */
	fieldsOrColumns(collection: string): IDataObject {
		return this.mapsColumns() ? this.columns().values : this.collection(collection);
	}

	/** The field Columns. @param elsewhere input fields that have a field of their own @throws InputError */
	columns(elsewhere = ['email', 'id']): Mapped {
		const named = isBlank(this.parameter('name', '')) ? [] : ['name'];
		return readColumns(this.parameter('columns'), this.json, this.remark, [...elsewhere, ...named]);
	}

	/** Reads a field under Options. @throws InputError */
	option<T>(field: INodeProperties): T {
		return readOption(field, this.options[field.name]) as T;
	}

	/** The option Empty Values. @throws InputError */
	emptyValues(): EmptyValues {
		return this.option(emptyValuesOption);
	}

	/** Reads the field Output. @returns what comes out of a record @throws InputError */
	output(
		simplify: (record: IDataObject) => IDataObject,
		fallback?: 'raw',
	): (record: IDataObject) => IDataObject {
		const read = (name: string, without: unknown) => this.parameter(name, without);
		return readOutput(read, simplify, fallback, this.remark);
	}

	/** Most entries of a Get Many; undefined: all. Empty fields count as left out. @throws InputError */
	limit(): number | undefined {
		const [returnAll, limit] = returnAllOrLimit;
		if (readOption(returnAll, this.parameter(returnAll.name))) return undefined;
		return readOption(limit, this.parameter(limit.name)) as number;
	}

	/** Warns of numbers that look wrong in what is sent; the service may accept them. */
	warnOfMistakes(body: unknown): void {
		for (const mistake of mistakesIn(body)) this.remark(mistake);
	}

	/** Adds a warning about this item, without a full stop. */
	readonly remark = (text: string): void => {
		const indexes = this.scope.remarks.get(text) ?? [];
		this.scope.remarks.set(text, indexes);
		indexes.push(this.index);
	};

	/** The checked connection. @throws InputError if the credential can't work */
	async connection(): Promise<Connection> {
		return await this.scope.session.connection();
	}

	/** Sends a request. @throws InputError, RequestError, PlannedRequest for a write in a dry run */
	async request(request: ServiceRequest): Promise<Answer> {
		checkSoundBody('the body', request.body);
		if (this.isDryRun && request.method !== 'GET') {
			throw new PlannedRequest(request, await this.connection(), ++this.scope.planned);
		}
		return await this.scope.session.request(request, this.settings);
	}

	/** Fetches a list. @param fresh even if another item has read it. @throws InputError, RequestError */
	async list(list: ListRequest, fresh = false): Promise<IDataObject[]> {
		return await this.scope.session.list(list, this.settings, fresh);
	}

	/** Fetches a list with the field Conditions. @throws InputError, RequestError */
	async listWithConditions(list: ListRequest): Promise<IDataObject[]> {
		const given = this.collection('conditions');
		const isAll = this.option<string>(combineOption) === 'all';
		const conditions = readConditions(given, isAll, this.remark, this.timezone);
		if (!conditions) return await this.list(list);
		const entries = await this.list({ ...list, matches: conditions.matches });
		conditions.warn();
		return entries;
	}

	/** Counts the entries of a list, with one request. @throws InputError, RequestError */
	async count(list: ListRequest): Promise<number> {
		return await this.scope.session.count(list, this.settings);
	}

	/** Iterates over the pages of a list. @throws InputError, RequestError */
	pages(list: ListRequest): AsyncGenerator<Page> {
		return this.scope.session.pages(list, this.settings);
	}
}
