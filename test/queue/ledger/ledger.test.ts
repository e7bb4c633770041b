import type { INodeExecutionData } from 'n8n-workflow';
import { range } from '../../faults/operations/operation';
import type { Batch } from '../rows';
import { RECEIVE, WRITE } from '../workflows';
import { type Contact, type Ledger, makeLedger, readTold } from './ledger';
import { readRepeat } from './report';

const batches: Batch[] = range(2).map((number) => ({
	number,
	rows: range(2).map((index) => ({
		kvkNumber: `${number}${index}`,
		name: `Row ${number}${index}`,
	})),
}));

const contact = (kvkNumber: string, run = '1/1', id = `id ${kvkNumber}`): Contact => ({
	id,
	kvkNumber,
	run,
});

const done = (index: number, id: string): INodeExecutionData => ({
	json: { id },
	pairedItem: { item: index },
});

const failed = (index: number, message: string): INodeExecutionData => ({
	json: { error: message },
	error: new Error(message) as never,
	pairedItem: { item: index },
});

const items = (outputs: INodeExecutionData[]) => [{ data: { main: [outputs] } }];

const report = (batch: Batch, outputs: INodeExecutionData[]) =>
	readTold({
		id: String(batch.number),
		status: 'success',
		startedAt: '',
		stoppedAt: '',
		content: {
			resultData: {
				runData: {
					[RECEIVE]: items([{ json: { body: batch as never } }]),
					[WRITE]: items(outputs),
				},
			},
		},
	});

/** An execution whose worker was killed. */
const lost = readTold({
	id: '9',
	status: 'error',
	startedAt: '',
	stoppedAt: '',
	content: { resultData: { runData: {}, error: { message: 'Stalled' } } },
});

const good = [done(0, 'id 00'), done(1, 'id 01')];

/** The first batch was reported; nothing is known of the second. */
const ledgerOf = (outputs: INodeExecutionData[], contacts: Contact[]): Ledger =>
	makeLedger(batches, [report(batches[0], outputs), lost], contacts);

test('counts reports, and what n8n forgot', () => {
	const contacts = [contact('00'), contact('01'), contact('10', '9/1')];
	expect(
		ledgerOf([good[0], failed(1, 'It may have been created all the same.')], contacts),
	).toEqual({
		rows: 4,
		created: 3,
		done: 1,
		unsure: 1,
		unsureCreated: 1,
		failed: 0,
		givenUp: 0,
		twice: 0,
		again: 0,
		forgotten: 2,
		forgottenCreated: 1,
		lies: [],
		open: [{ number: 0, rows: [batches[0].rows[1]] }, batches[1]],
	});
});

test('distinguishes what the node created twice from what n8n ran again', () => {
	const both = [contact('00'), contact('01')];
	expect(ledgerOf(good, [...both, contact('01', '1/1', 'other')])).toMatchObject({
		twice: 1,
		again: 0,
	});
	expect(ledgerOf(good, [...both, contact('01', '1/2', 'other')])).toMatchObject({
		twice: 0,
		again: 1,
	});
});

test.each([
	['reported done and not there', good, [contact('00')], 'Row 01 is reported done, not there'],
	[
		'reported done with the record of another row',
		[good[0], done(1, 'id 00')],
		[contact('00'), contact('01')],
		'Row 01 is reported done, not there',
	],
	[
		'reported failed and there',
		[good[0], failed(1, 'Refused')],
		[contact('00'), contact('01')],
		'Row 01 is reported failed (Refused), but created',
	],
])('sees a false report: %s', (_what, outputs, contacts, lie) => {
	expect(ledgerOf(outputs, contacts).lies).toEqual([lie]);
});

test('sees a row that an ended execution does not mention', () => {
	expect(ledgerOf([good[0]], [contact('00')]).lies).not.toEqual([]);
});

test('counts what was given up because of the limit', () => {
	const outputs = [
		good[0],
		failed(1, 'Corlega: Rate limit exceeded. (HTTP 429, rate_limited) [item 1]'),
	];
	expect(ledgerOf(outputs, [contact('00')])).toMatchObject({ failed: 1, givenUp: 1, lies: [] });
});

test('sees rows that do not exist once in the end', () => {
	const contacts = [contact('00'), contact('01'), contact('10'), contact('10', '1/1', 'other')];
	const ledger = ledgerOf(good, contacts);
	expect(readRepeat(batches, ledger, [], contacts)).toEqual({
		rows: 2,
		outcomes: {},
		once: 2,
		notOnce: ['Row 10 is there 2 times', 'Row 11 is there 0 times'],
	});
});
