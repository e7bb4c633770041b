import { byId } from '../../engine/locator';
import type { SampleRuns } from './sample';

/** How the register's operations are run. */
export const corSamples = (): SampleRuns => ({
	'organisation.get': { parameters: { oin: byId('00000001234567891000') } },
	'organisation.getAll': { parameters: { filters: { organisatieType: 'PV', status: 'Actief' } } },
	'organisation.getChanged': { parameters: { since: '2026-06-01' } },
	'register.getLastChange': {},
});
