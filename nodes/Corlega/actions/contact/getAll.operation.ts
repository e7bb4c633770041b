import { getRecords } from '../record.operations';
import { contact } from './contact.kind';

export const getAll = getRecords(contact);
