import tls from 'node:tls';
import type { IDataObject } from 'n8n-workflow';
import { type NodeName, sharedWorld, World } from '../../../tools/engine/world';

/** Whether the version under test sends client certificates. */
export const sendsCertificates = process.env.N8N_SENDS_CERTIFICATES === 'true';

/** The sandbox, with a COR that asks for no certificate where n8n sends none. */
class ReachableWorld extends World {
	override async start(): Promise<void> {
		await super.start({
			corlega: { limit: null },
			cor: { requireCertificate: sendsCertificates },
		});
	}

	override credentials(node: NodeName): IDataObject {
		const data = super.credentials(node);
		if (node !== 'cor' || sendsCertificates) return data;
		return { ...data, certificateFormat: 'none', ca: '' };
	}
}

/** Trusts an issuer, like a process with NODE_EXTRA_CA_CERTS. */
function trust(ca: () => string): void {
	const { createSecureContext } = tls;
	beforeAll(() => {
		tls.createSecureContext = (options) => createSecureContext({ ca: ca(), ...options });
	});
	afterAll(() => {
		tls.createSecureContext = createSecureContext;
	});
}

/** A shared world that each version can reach. */
export function reachableWorld(): World {
	const world = sharedWorld(undefined, new ReachableWorld());
	if (!sendsCertificates) trust(() => world.sandbox.cor.certificates.ca);
	return world;
}
