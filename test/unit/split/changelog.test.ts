import { changelogFor } from '../../../tools/split/readme';

test('a package of one service lists what concerns it and what concerns all', () => {
	const changelog =
		'# Changelog\n\n## 1.0.0\n\n### Added\n\n- Corlega: all.\n\n### Fixed\n\n- Lists\n  in COR.\n- Retries.\n';
	expect(changelogFor(changelog, 'cor')).toBe(
		'# Changelog\n\n## 1.0.0\n\n### Fixed\n\n- Lists\n  in COR.\n- Retries.\n',
	);
	expect(changelogFor(changelog, 'corlega')).toContain('- Corlega: all.');
	expect(changelogFor(changelog, 'corlega')).not.toContain('COR');
});
