import type { IDataObject } from 'n8n-workflow';

import { isIban, KVK_DIGITS, kvkDigits } from '../../../shared/input/number';
import type { Item } from '../../../shared/node/Item';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Tells what looks like a mistake in a body. Corlega may take it, so it is sent all the same. */
export function remarkOn(item: Item, { kvkNumber, iban }: IDataObject): void {
	if (isText(kvkNumber) && kvkDigits(kvkNumber)?.length === KVK_DIGITS - 1) {
		item.remark(
			'A KvK number has 8 digits, and this one has 7: a spreadsheet may have taken away the zero at its front. Give it as text',
		);
	}
	if (isText(iban) && !isIban(iban)) {
		item.remark('The checksum of this IBAN is wrong: look for a typing error');
	}
}
