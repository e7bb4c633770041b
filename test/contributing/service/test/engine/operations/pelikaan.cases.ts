import type { Cases } from './case';

export const cases = (): Cases => ({
	'parcel.get': {
		parameters: () => ({ parcelId: 'P1' }),
		requests: ['GET /parcels/P1'],
		check: ({ json }) => expect(json).toEqual([{ id: 'P1', city: 'Sneek' }]),
	},
});
