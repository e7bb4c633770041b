import type { IDataObject } from 'n8n-workflow';

import type { StateOf } from '../../../sandbox';
import { identifier } from '../stage/engine';
import type { Operation } from './operation';

export type State = StateOf<'corlega'>;
export type Corlega = Operation<'corlega'>;
export type Kind = 'contacts' | 'quotes' | 'invoices';

export const id = (field: string): IDataObject => identifier('corlega', field, '={{ $json.id }}');
export const nounOf = (kind: Kind): string => kind.slice(0, -1);
