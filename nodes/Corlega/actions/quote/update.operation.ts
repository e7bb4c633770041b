import { updateDocument } from '../document.operations';
import { quote } from './quote.kind';

export const update = updateDocument(quote);
