import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { checkInteger } from '../input/check';
import type { ListRequest } from '../request/paging';
import type { ServiceRequest } from '../request/send';
import type { Answer, Service } from '../request/service';
import type { RequestSettings, Session } from '../request/session';
import type { Parameters } from './Parameters';
import { readRequestSettings } from './requestOptions';

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
		private readonly context: IExecuteFunctions,
		service: Service,
		private readonly session: Session,
		readonly index: number,
		private readonly common: { value?: unknown; parameters: Parameters },
	) {
		this.options = common.parameters.get('options', index, {}) as IDataObject;
		this.settings = readRequestSettings(service, this.options);
	}

	/** Of the workflow, e.g. `Europe/Amsterdam`. */
	get timezone(): string {
		return this.context.getTimezone();
	}

	/** Value of a parameter, its expression evaluated for this item. */
	parameter<T>(name: string): T {
		return this.common.parameters.get(name, this.index) as T;
	}

	/** A parameter as text without spaces around it; a resource locator gives its value. */
	text(name: string): string {
		const value = this.common.parameters.get(name, this.index, '', { extractValue: true });
		return String(value ?? '').trim();
	}

	/** A collection, with its content as set for this item. */
	collection(name: string): IDataObject {
		return this.common.parameters.get(name, this.index, {}) as IDataObject;
	}

	/**
	 * How many entries a Get Many is to return; undefined: all.
	 * @throws InputError for a limit that is no whole number from 1
	 */
	limit(): number | undefined {
		if (this.parameter<boolean>('returnAll')) return undefined;
		return checkInteger('Limit', this.parameter('limit'), { minimum: 1 });
	}

	/** Sends a request. @throws InputError, RequestError */
	async request(request: ServiceRequest): Promise<Answer> {
		return await this.session.request(request, this.settings);
	}

	/**
	 * Fetches a list in pages.
	 * @param anew also what another item has read already is asked again
	 * @throws InputError, RequestError
	 */
	async list(list: ListRequest, anew = false): Promise<IDataObject[]> {
		return await this.session.list(list, this.settings, anew);
	}

	/** What all items of this run share, made by the first one that asks for it. */
	shared<T>(make: () => T): T {
		return (this.common.value ??= make()) as T;
	}
}
