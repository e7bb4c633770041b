import type { Sandbox } from '../../../sandbox';
import { byId } from '../../../tools/engine/world';
import type { Cases } from './case';

/** The operations of COR. */
export function cases(cor: () => Sandbox['cor']): Cases {
	return {
		'organisation.count': {
			parameters: () => ({ filters: { organisatieType: 'PV', status: 'Actief' } }),
			requests: ['GET /organisaties'],
			check: ({ json }) => {
				const counted = cor().organisations.filter(
					({ organisatieType, status }) => organisatieType === 'PV' && status === 'Actief',
				);
				expect(json).toEqual([{ count: counted.length }]);
			},
		},
		'organisation.get': {
			parameters: () => ({ oin: byId('00000001234567891000') }),
			requests: ['GET /organisaties/ID'],
			check: ({ json }) =>
				expect(json).toEqual([
					{
						oin: '00000001234567891000',
						naam: 'Gemeente Test',
						status: 'Actief',
						kvkNummer: '12345678',
						organisatieCode: '0163',
						organisatieType: 'GM',
						afgifteDatum: '2009-12-10T23:00:00Z',
						laatstAangepastDatum: '2016-05-26T22:00:00Z',
						intrekDatum: null,
						hoofdOin: null,
						subOins: [],
					},
				]),
		},
		'organisation.getAll': {
			parameters: () => ({
				returnAll: true,
				filters: { organisatieType: 'PV', status: 'Actief' },
			}),
			requests: ['GET /organisaties'],
			check: ({ json }) => {
				expect(json.length).toBeGreaterThan(5);
				expect(json.every(({ organisatieType }) => organisatieType === 'PV')).toBe(true);
			},
		},
		'organisation.getChanged': {
			parameters: () => {
				cor().change(cor().organisations[50].oin, { naam: 'no' }, new Date('2026-10-31T10:00:00Z'));
				cor().change(cor().organisations[60].oin, { naam: 'A' }, new Date('2026-11-01T08:00:00Z'));
				cor().change(cor().organisations[70].oin, { naam: 'B' }, new Date('2026-11-02T10:00:00Z'));
				cor().change(cor().organisations[20].oin, { naam: 'C' }, new Date('2026-11-03T10:00:00Z'));
				return { since: '2026-11-01T10:00:00Z' };
			},
			requests: ['GET /laatsteWijziging', ...Array<string>(31).fill('GET /organisaties')],
			check: ({ json }) => expect(json.map(({ naam }) => naam)).toEqual(['A', 'B', 'C']),
		},
		'organisation.match': {
			parameters: () => ({ name: 'gem. Utrecht, t.a.v. Crediteuren' }),
			requests: ['GET /organisaties'],
			check: ({ json }) =>
				expect(json).toMatchObject([
					{ match: { naam: 'Gemeente Utrecht' }, certainty: 'certain', how: 'name' },
				]),
		},
		'organisation.compare': {
			requests: Array<string>(31).fill('GET /organisaties'),
			check: ({ json }) => {
				expect(json).toHaveLength(930);
				expect(json.every(({ change }) => change === 'added')).toBe(true);
			},
		},
		'register.getLastChange': {
			requests: ['GET /laatsteWijziging'],
			check: ({ json }) =>
				expect(json).toEqual([
					expect.objectContaining({ laatsteWijziging: expect.stringMatching(/^20\d\d-/) }),
				]),
		},
	};
}
