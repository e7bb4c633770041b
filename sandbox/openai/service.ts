import { serve, type RunningService } from '../http/server';
import type { ServiceSettings } from '../http/serviceState';
import { openAiBase, openAiError, openAiRoutes } from './routes';
import { OpenAiState } from './state';

/** Starts the stand-in for OpenAI. */
export async function startOpenAi(settings: ServiceSettings): Promise<RunningService<OpenAiState>> {
	const state = new OpenAiState(settings);
	const serving = { bases: [openAiBase], routes: openAiRoutes(state), errorBody: openAiError };
	return await serve(state, serving, settings);
}
