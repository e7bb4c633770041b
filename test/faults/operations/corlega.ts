import type { IDataObject } from 'n8n-workflow';

import type { StateOf } from '../../../sandbox';
import type { Listed } from './operation';

export type State = StateOf<'corlega'>;
export type Corlega = Listed<'corlega'>;
export type Kind = 'contacts' | 'quotes' | 'invoices';

/** Fields that a contact can be found by. */
export const KEYS = ['email', 'kvkNumber'];

export const id = (field: string, mode: string): IDataObject => ({
	[field]: { __rl: true, mode, value: '={{ $json.id }}' },
});
export const nounOf = (kind: Kind): string => kind.slice(0, -1);
