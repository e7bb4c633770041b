import { realOrganisations } from '../../../sandbox/cor/register';
import type { World } from '../../../tools/engine/world';

const dates = {
	afgifteDatum: '2014-10-29T23:00:00Z',
	laatstAangepastDatum: '2014-12-29T23:00:00Z',
};

/** Leaves only the real organisations in the sandbox's register. */
export function useRealRegister(world: World): void {
	const { organisations } = world.sandbox.cor;
	const rows = realOrganisations().map((one) => ({ ...one, ...dates }));
	organisations.splice(0, organisations.length, ...rows);
}
