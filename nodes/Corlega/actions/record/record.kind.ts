import type { INodeProperties } from 'n8n-workflow';

/** A kind of record that Corlega keeps a list of. */
export interface RecordKind {
	/** In a sentence, e.g. `contact`. */
	noun: string;
	/** With its article. */
	aNoun: string;
	/** Also the path, e.g. `contacts`. */
	plural: string;
	/** The field that says which one. */
	idField: INodeProperties;
}
