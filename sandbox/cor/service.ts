import type { Exchange } from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import { corBase, corRoutes } from './routes';
import { corError, halJson } from './routes/negotiation';
import { CorState, type CorSettings } from './state';
import { makeCertificates } from './state/certificates';

/** Starts COR over HTTPS, with new certificates and the same seeded register every time. */
export async function startCor(settings: CorSettings): Promise<RunningService<CorState>> {
	const { port, requireCertificate = true, clientValidDays } = settings;
	const state = new CorState(settings, await makeCertificates(clientValidDays));
	const { ca, server } = state.certificates;
	const serving = {
		bases: [corBase],
		routes: corRoutes(state),
		errorBody: corError,
		contentType: halJson,
		arrive(exchange: Exchange) {
			const asked = exchange.entry.headers['accept-version'];
			exchange.addedHeaders = { 'X-API-Version': asked === '1.0' ? '1.0' : '1.1' };
		},
	};
	const tls = {
		cert: server.certificate,
		key: server.privateKey,
		ca,
		requestCert: requireCertificate,
		rejectUnauthorized: requireCertificate,
	};
	return await serve(state, serving, { port, tls });
}
