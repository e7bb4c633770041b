import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../http/serviceState';

/**
 * A stand-in for OpenAI, or for what is compatible with it: no model, but a script that calls tools
 * of the three nodes and goes on with what they answer.
 */
export class OpenAiState extends ServiceState {
	readonly title = 'OpenAI';
	readonly imitates = 'https://api.openai.com/v1';

	readonly apiKey = 'sandbox-openai-key';
	readonly model = 'gpt-5-mini';
	/** Completions that were given; the ids of answers count on from here. */
	completions = 0;

	constructor(settings: ServiceSettings) {
		super(settings);
	}

	get credential(): SandboxCredential {
		return {
			id: 'openAiAccount001',
			name: 'OpenAI account',
			type: 'openAiApi',
			data: { apiKey: this.apiKey, url: this.url },
		};
	}

	describe(): Detail[] {
		return [
			{ label: 'API key', value: this.apiKey },
			{ label: 'Model', value: `${this.model}, a scripted stand-in` },
		];
	}
}
