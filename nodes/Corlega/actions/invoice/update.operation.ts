import { updateDocument } from '../document.operations';
import { invoice } from './invoice.kind';

export const update = updateDocument(invoice);
