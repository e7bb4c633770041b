import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { targetsIn } from '../../tools/docs/links';
import { docsFolder, packageFolder } from '../../tools/lib/paths';

const recording = join(docsFolder, 'recording.gif');

test.each(['README.md', 'docs/nl/README.md'])(
	'%s begins with the recording, and says what it shows',
	async (document) => {
		const [title, picture] = (await readFile(join(packageFolder, document), 'utf8')).split('\n\n');
		expect(title).toMatch(/^# /);
		expect(picture).toMatch(/^!\[[^\]]{40,}\]\([^)]+\)$/);
		expect(targetsIn(document, picture)).toEqual([{ path: 'docs/recording.gif' }]);
	},
);

test('the recording is animated, small, and plays 15 seconds at most', async () => {
	const { width, pages = 1, delay = [] } = await sharp(recording, { animated: true }).metadata();
	expect(width).toBe(960);
	expect(pages).toBeGreaterThan(10);
	expect(delay.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(15_000);
	expect((await readFile(recording)).length).toBeLessThanOrEqual(1_500_000);
});
