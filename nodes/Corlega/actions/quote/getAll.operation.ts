import { getRecords } from '../record.operations';
import { quote } from './quote.kind';

export const getAll = getRecords(quote);
