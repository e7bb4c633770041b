import { changelogFor, itemFor } from '../../../tools/split/changelog';

describe('an item of the changelog', () => {
	test.each([
		['- Shared by all.', 'Shared by all.'],
		['- COR reads dates.', 'COR reads dates.'],
		['- Corlega reads dates.', undefined],
		['- Lists: a COR filter; an Inboxify page; a total.', 'Lists: a COR filter; a total.'],
		['- Inboxify: a page; a total.', undefined],
		['- COR: a page; a total.', 'COR: a page; a total.'],
		['- Inboxify keeps it; `Overwrite` does what it did.', undefined],
		['- Upsert of Corlega contacts; Get Changed in COR.', 'Get Changed in COR.'],
		['- an OIN for Corlega and COR.', 'An OIN for Corlega and COR.'],
		['- Examples; a sandbox of the three services.', 'Examples.'],
		['- `npm run split` makes n8n-nodes-cor.', undefined],
	])('%s', (item, wanted) => {
		expect(itemFor(item, 'cor')).toBe(wanted);
	});

	test('fills lines again, and leaves no section empty', () => {
		const words = 'a clause of some length; '.repeat(8);
		const changelog = `# Changelog\n\n## 1.0.0\n\n### Added\n\n- Corlega: all.\n\n### Fixed\n\n- Lists: ${words}a COR one.\n`;
		const lines = changelogFor(changelog, 'corlega').trimEnd().split('\n');
		expect(lines.slice(0, 9).filter(Boolean)).toEqual([
			'# Changelog',
			'## 1.0.0',
			'### Added',
			'- Corlega: all.',
			'### Fixed',
		]);
		expect(lines.slice(10).length).toBeGreaterThan(1);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
		expect(changelogFor(changelog, 'cor')).not.toContain('Added');
	});
});
