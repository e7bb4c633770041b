import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../../http/serviceState';

/** Pelikaan: parcels, for whoever has the API key. */
export class PelikaanState extends ServiceState {
	readonly title = 'Pelikaan';
	readonly imitates = 'https://api.pelikaan.example';
	readonly apiKey = 'sandbox-pelikaan-key';
	readonly parcels = new Map([['P1', { id: 'P1', city: 'Sneek' }]]);

	constructor(settings: ServiceSettings) {
		super(settings);
	}

	get credential(): SandboxCredential {
		const { apiKey, url: baseUrl } = this;
		return {
			id: 'pelikaanAccount1',
			name: 'Pelikaan account',
			type: 'pelikaanApi',
			data: { apiKey, baseUrl },
		};
	}

	describe(): Detail[] {
		return [{ label: 'API key', value: this.apiKey }];
	}
}
