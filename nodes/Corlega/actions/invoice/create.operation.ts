import { createDocument } from '../document.operations';
import { invoice } from './invoice.kind';

export const create = createDocument(invoice);
