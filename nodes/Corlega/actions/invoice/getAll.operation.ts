import { getRecords } from '../record.operations';
import { invoice } from './invoice.kind';

export const getAll = getRecords(invoice);
