import type { IDataObject } from 'n8n-workflow';

/** How an operation is run for the item of its output that the documentation shows. */
export interface Sample {
	parameters?: IDataObject;
	/** What would be another one every day, and stands there as the service's document has it. */
	dated?: IDataObject;
}

/** By `resource.operation`. */
export type SampleRuns = Record<string, Sample>;
