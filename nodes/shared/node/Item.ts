import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { checkInteger } from '../input/check';
import type { Connection } from '../request/connection';
import { fetchList, type ListRequest } from '../request/paging';
import type { RetryLimits } from '../request/retry';
import { send, type ServiceRequest } from '../request/send';
import type { Answer } from '../request/service';
import { readRetryLimits } from './retryOptions';

/**
 * One input item, as an operation sees it: its parameters, and requests on its behalf.
 * Each parameter is to be read once, because n8n evaluates its expression every time.
 */
export class Item {
	/** Content of the Options collection. */
	readonly options: IDataObject;

	private readonly limits: RetryLimits;

	/**
	 * @param connection gives the checked connection, made once for all items
	 * @throws InputError for retry limits out of range
	 */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly connection: () => Promise<Connection>,
		readonly index: number,
	) {
		this.options = context.getNodeParameter('options', index, {}) as IDataObject;
		this.limits = readRetryLimits(this.options);
	}

	/** Value of a parameter, its expression evaluated for this item. */
	parameter<T>(name: string): T {
		return this.context.getNodeParameter(name, this.index) as T;
	}

	/** A parameter as text without spaces around it; a resource locator gives its value. */
	text(name: string): string {
		const value = this.context.getNodeParameter(name, this.index, '', { extractValue: true });
		return String(value ?? '').trim();
	}

	/** A collection, with its content as set for this item. */
	collection(name: string): IDataObject {
		return this.context.getNodeParameter(name, this.index, {}) as IDataObject;
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
		return await send(await this.connection(), request, this.limits);
	}

	/** Fetches a list in pages. @throws InputError, RequestError */
	async list(list: ListRequest): Promise<IDataObject[]> {
		return await fetchList(await this.connection(), list, this.limits);
	}
}
