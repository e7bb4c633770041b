import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { checkOin } from '../../../shared/input/number';
import { readField } from '../../../shared/input/readField';
import type { BulkEntry, BulkOperation } from '../../../shared/node/operation';
import { differences, kindOfChange } from '../../compare';
import { readRegister } from '../../match/register';
import { oinOf } from '../../oin';
import { simplify } from './simplify';

interface Row extends BulkEntry {
	/** Undefined for an empty item, as n8n makes of an empty sheet. */
	oin?: string;
}

/** Each difference is linked to the item of its organisation; what was added, to the last item. */
export const compare: BulkOperation<Row> = {
	name: 'Compare',
	value: 'compare',
	action: 'Compare organisations',
	description:
		'Compare an earlier copy of the register with the register as it is now, and get the differences',
	properties: [
		{
			displayName:
				'The input items are the earlier copy: organisations as another operation of this node returned them with Output Simplified. Each needs its <code>oin</code>. Columns that your copy does not have are not compared.',
			name: 'compareNotice',
			type: 'notice',
			default: '',
		},
	],

	prepare(item) {
		const body = item.json;
		const oin = Object.values(body).every(isBlank) ? undefined : checkOin(readField(body, 'oin'));
		const request = { method: 'GET' as const, path: ['organisaties'] };
		return { item, request, key: String(item.index), batchSize: Infinity, body, oin };
	},

	async send(rows) {
		const register = (await readRegister(rows[0].item)).map(simplify);
		const now = new Map(register.map((organisation) => [oinOf(organisation), organisation]));
		// Where a copy has an organisation twice, its last row is the newest.
		const earlier = new Map(rows.map((row) => [row.oin, row]));
		const outputs = rows.map((row): IDataObject[] => {
			const { oin, body } = row;
			if (oin === undefined || earlier.get(oin) !== row) return [];
			const organisation = now.get(oin) ?? null;
			if (organisation === null) return [{ change: 'removed', fields: {}, oin, organisation }];
			const fields = differences(body, organisation);
			if (Object.keys(fields).length === 0) return [];
			return [{ change: kindOfChange(body, organisation), fields, oin, organisation }];
		});
		for (const organisation of register) {
			if (earlier.has(oinOf(organisation))) continue;
			const { oin } = organisation;
			outputs[outputs.length - 1].push({ change: 'added', fields: {}, oin, organisation });
		}
		return outputs;
	},

	summarize(outputs) {
		const changes = ['added', 'changed', 'withdrawn', 'reinstated', 'removed'];
		const counts = changes.map((change) => {
			const count = outputs.filter((output) => output.change === change).length;
			return `${count.toLocaleString('en')} ${change}`;
		});
		return [`${counts.join(', ')}.`];
	},
};
