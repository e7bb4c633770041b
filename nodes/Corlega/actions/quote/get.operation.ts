import { getRecord } from '../record.operations';
import { quote } from './quote.kind';

export const get = getRecord(quote);
