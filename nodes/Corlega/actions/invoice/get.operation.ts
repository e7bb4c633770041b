import { getRecord } from '../record.operations';
import { invoice } from './invoice.kind';

export const get = getRecord(invoice);
