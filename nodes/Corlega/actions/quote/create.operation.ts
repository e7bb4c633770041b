import { createDocument } from '../document.operations';
import { quote } from './quote.kind';

export const create = createDocument(quote);
