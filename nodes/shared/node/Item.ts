import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import {
	checkBoolean,
	checkInteger,
	checkOneOf,
	checkSoundBody,
	checkText,
	isBlank,
	isObject,
} from '../input/check';
import { checkChosen, checkIdentifying, isChosen } from '../input/identifier';
import { InputError } from '../input/InputError';
import { shown } from '../input/shown';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { ListRequest, Page } from '../service/paging';
import type { Service } from '../service/service';
import type { RequestSettings, Session } from '../session/session';
import { DEFAULT_LIMIT } from './description/fields';
import type { EmptyValues } from './description/fieldSet';
import { readRequestSettings } from './description/requestOptions';
import type { Parameters } from './Parameters';

/** A parameter as the user knows it, e.g. `Contact ID` for `contactId`. */
const labelOf = (name: string): string =>
	name
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/^./, (first) => first.toUpperCase())
		.replace(/\bId\b/, 'ID');

/** What all items of a run have in common. */
export interface RunScope {
	readonly context: IExecuteFunctions;
	readonly service: Service;
	readonly session: Session;
	readonly parameters: Parameters;
	/** What looks wrong: sentences, each with the indexes of its items. */
	readonly remarks: Map<string, number[]>;
}

/**
 * One input item, as an operation sees it: its parameters, and requests on its behalf.
 * Each parameter is to be read once, because n8n evaluates its expression every time.
 */
export class Item {
	/** Content of the Options collection. */
	readonly options: IDataObject;

	/** How its requests are sent. */
	readonly settings: RequestSettings;

	/** @throws InputError for settings out of range */
	constructor(
		private readonly scope: RunScope,
		readonly index: number,
	) {
		this.options = this.collection('options');
		this.settings = readRequestSettings(scope.service, this.options);
	}

	/** Of the workflow, e.g. `Europe/Amsterdam`. */
	get timezone(): string {
		return this.scope.context.getTimezone();
	}

	/** Value of a parameter, its expression evaluated for this item; a check makes it a value. */
	parameter(name: string): unknown {
		return this.scope.parameters.get(name, this.index);
	}

	/**
	 * A parameter as text without spaces around it; a resource locator gives its value.
	 * @throws InputError for what is no text, such as an object
	 */
	text(name: string): string {
		const value = this.scope.parameters.get(name, this.index, '', { extractValue: true });
		return isBlank(value) ? '' : checkText(labelOf(name), value);
	}

	/**
	 * What a resource locator is set to, normalised; what was chosen from its list stays exactly as
	 * the service gave it.
	 * @param label as the user knows the parameter
	 * @throws InputError where it is empty, or neither text nor a number
	 */
	required(name: string, label: string): string {
		const { parameters } = this.scope;
		const value = parameters.get(name, this.index, '', { extractValue: true });
		return this.isChosen(name) ? checkChosen(label, value) : checkIdentifying(label, value);
	}

	/** Whether a resource locator was set by a choice from its list, not by an expression. */
	isChosen(name: string): boolean {
		return isChosen(this.scope.context.getNode().parameters[name]);
	}

	/**
	 * A collection, with its content as set for this item.
	 * @throws InputError for what is no collection: taken for an empty one, a filter would be lost
	 */
	collection(name: string): IDataObject {
		const value = this.scope.parameters.get(name, this.index, {});
		if (isBlank(value)) return {};
		if (isObject(value)) return value;
		throw new InputError(`${labelOf(name)} must be fields with values, but is ${shown(value)}`);
	}

	/** What the option Empty Values says. @throws InputError */
	emptyValues(): EmptyValues {
		return checkOneOf('Empty Values', this.options.emptyValues ?? 'ignore', ['ignore', 'clear']);
	}

	/** What Simplify says; what an expression left empty counts as left out. @throws InputError */
	simplifies(): boolean {
		const simplify = this.parameter('simplify');
		return isBlank(simplify) || checkBoolean('Simplify', simplify);
	}

	/**
	 * How many entries a Get Many is to return; undefined: all. What an expression left empty counts
	 * as left out.
	 * @throws InputError for a limit that is no whole number from 1
	 */
	limit(): number | undefined {
		const returnAll = this.parameter('returnAll');
		if (!isBlank(returnAll) && checkBoolean('Return All', returnAll)) return undefined;
		const limit = this.parameter('limit');
		return isBlank(limit) ? DEFAULT_LIMIT : checkInteger('Limit', limit, { minimum: 1 });
	}

	/** Tells that something about this item looks wrong, though it is not refused. */
	remark(text: string): void {
		const indexes = this.scope.remarks.get(text) ?? [];
		this.scope.remarks.set(text, indexes);
		indexes.push(this.index);
	}

	/** Blots the credential's secrets out of a text. */
	async redact(text: string): Promise<string> {
		return (await this.scope.session.connection()).redact(text);
	}

	/** Sends a request. @throws InputError, RequestError */
	async request(request: ServiceRequest): Promise<Answer> {
		checkSoundBody('the body', request.body);
		return await this.scope.session.request(request, this.settings);
	}

	/**
	 * Fetches a list in pages.
	 * @param fresh also what another item has read already is asked again
	 * @throws InputError, RequestError
	 */
	async list(list: ListRequest, fresh = false): Promise<IDataObject[]> {
		return await this.scope.session.list(list, this.settings, fresh);
	}

	/**
	 * Goes through the pages of a list, as far as is asked for.
	 * @throws InputError, RequestError
	 */
	pages(list: ListRequest): AsyncGenerator<Page> {
		return this.scope.session.pages(list, this.settings);
	}
}
