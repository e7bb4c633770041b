import { strict as assert } from 'node:assert';

import { makeWaves } from '../../../nodes/shared/node/batches';
import type { BulkEntry, BulkOperation } from '../../../nodes/shared/node/operation';
import { fc } from '../cases';

const entries = fc
	.array(
		fc.record({
			key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
			list: fc.nat(1),
			size: fc.integer({ min: 1, max: 4 }),
		}),
		{
			maxLength: 30,
		},
	)
	.map((given) =>
		given.map(
			({ key, list, size }, index) =>
				({
					item: { index },
					key,
					request: { method: 'POST', path: ['contacts', `list${list}`] },
					batchSize: size,
					body: {},
				}) as unknown as BulkEntry,
		),
	);

test.each([true, false])('bulk entries, equal ones sent once: %s', (sendEqualOnce) => {
	fc.assert(
		fc.property(entries, (given) => {
			const waves = makeWaves({ sendEqualOnce } as BulkOperation, given);
			const batches = waves.flat();
			const answered = batches.flatMap(({ answers }) => answers.flat());
			assert.deepEqual(
				[...answered].sort((a, b) => a - b),
				given.map((_, index) => index),
			);

			// Entries with the same key never go side by side.
			for (const wave of waves) {
				const keys = wave.flatMap((batch) => batch.entries.map(({ key }) => key));
				assert.equal(new Set(keys).size, keys.length);
			}
			const sent = new Set<string>();
			for (const { entries: shared, answers } of batches) {
				assert.equal(answers.length, shared.length);
				assert.ok(shared.length <= shared[0].batchSize);
				assert.equal(new Set(shared.map(({ key }) => key)).size, shared.length);
				assert.equal(new Set(shared.map(({ request }) => JSON.stringify(request))).size, 1);
				for (const [position, { item, key, request, batchSize }] of shared.entries()) {
					assert.equal(answers[position][0], item.index);
					for (const index of answers[position]) assert.equal(given[index].key, key);
					if (!sendEqualOnce) assert.equal(answers[position].length, 1);
					const name = JSON.stringify([request, batchSize, key]);
					assert.ok(!sendEqualOnce || !sent.has(name));
					sent.add(name);
				}
			}
		}),
	);
});
