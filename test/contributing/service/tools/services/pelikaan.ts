import type { ServiceFacts } from './facts';

export const facts: ServiceFacts = {
	title: 'Pelikaan',
	folder: 'Pelikaan',
	mention: /pelikaan/i,
	description: 'An n8n node for Pelikaan: parcels',
	keywords: ['pelikaan', 'parcels'],
	head: 'An n8n node for Pelikaan: parcels.',
	node: { resource: 'parcel', operation: 'get', parcelId: 'P1' },
	samples: () => ({ 'parcel.get': { parameters: { parcelId: 'P1' } } }),
};
