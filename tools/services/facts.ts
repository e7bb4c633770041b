import type { IDataObject } from 'n8n-workflow';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import type { Language } from '../docs/language';

/** How an operation is run for the item of its output that the documentation shows. */
export interface Sample {
	parameters?: IDataObject;
	/** Input items; one empty item when absent. */
	items?: IDataObject[];
	/** Values that would differ every day, as the service's document has them. */
	dated?: IDataObject;
}

export type Samples = Record<string, Sample>;

export interface PollScene {
	records: number;
	options: SandboxOptions;
	parameters: IDataObject;
	change?(sandbox: Sandbox): void;
}

/** Requests that the polls of a trigger take. */
export interface PollCounts {
	records: number;
	events: string[];
	first: number;
	unchanged: number;
	changed: number;
}

/** All that the tools know of a service. */
export interface ServiceFacts {
	title: string;
	/** Its folder below `nodes/`. */
	folder: string;
	mention: RegExp;
	/** The description, the keywords and the first words of its own package. */
	description: string;
	keywords: string[];
	head: string;
	node: IDataObject;
	trigger?: IDataObject;
	samples(sandbox: Sandbox): Samples;
	/** Only for a service with a trigger. */
	polls?: {
		scenes: PollScene[];
		/** A table's head, and how a row is written. */
		head(language: Language): string[];
		row(counts: PollCounts, language: Language): string[];
	};
}
