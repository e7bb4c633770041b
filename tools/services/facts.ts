import type { IDataObject } from 'n8n-workflow';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import type { Language } from '../docs/language';

/** How an operation is run for the item of its output that the documentation shows. */
export interface Sample {
	parameters?: IDataObject;
	/** Values that would differ every day, as the service's document has them. */
	dated?: IDataObject;
}

/** By `resource.operation`. */
export type Samples = Record<string, Sample>;

/** Polls whose requests are counted for the documentation. */
export interface PollScene {
	records: number;
	options: SandboxOptions;
	parameters: IDataObject;
	/** Changes a record at the service. */
	change?(sandbox: Sandbox): void;
}

/** Requests that the polls of a trigger take. */
export interface PollCounts {
	records: number;
	events: string[];
	/** Of the first poll. */
	first: number;
	/** Of a later one, when nothing has changed. */
	unchanged: number;
	/** Of one after a record has changed. */
	changed: number;
}

/** All that the tools know of a service by its name. */
export interface ServiceFacts {
	/** As people call it. */
	title: string;
	/** Of its nodes, below `nodes/`. */
	folder: string;
	/** How a text names it, its files included. */
	mention: RegExp;
	/** The description, the keywords and the first words of its own package. */
	description: string;
	keywords: string[];
	head: string;
	/** The parameters that node and trigger are shown with in the editor. */
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
