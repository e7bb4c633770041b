import type { IDataObject } from 'n8n-workflow';

import type { NodeServiceName, StateOf } from '../../../sandbox';
import { seedOrganisations } from '../../../sandbox/cor/state/seed';
import type { RunningService } from '../../../sandbox/http/server';
import { startService, type SettingsOf } from '../../../sandbox/services';
import { Proxy } from './proxy';

/** A service in a known state. */
export interface Stage<Name extends NodeServiceName = NodeServiceName> {
	state: StateOf<Name>;
	credentials: IDataObject;
	proxy?: Proxy;
	close(): Promise<void>;
}

let register: Promise<RunningService<StateOf<'cor'>>> | undefined;

/** The same server for all plans, since certificates take long; its state is new. */
async function openRegister({ organisations = 30 }: SettingsOf<'cor'>) {
	const { state } = await (register ??= startService('cor', {}));
	state.organisations.length = 0;
	// Without an organisation it forgets where each one stood.
	state.find('');
	state.organisations.push(...seedOrganisations(organisations));
	state.faults.length = 0;
	state.onRequest = undefined;
	state.clearLog();
	return { state, close: async () => {} };
}

/** Opens a service for one plan. @param behindProxy to break connections */
export async function openStage<Name extends NodeServiceName>(
	node: Name,
	settings: SettingsOf<Name>,
	behindProxy: boolean,
): Promise<Stage<Name>> {
	const service = (
		node === 'cor' ? await openRegister(settings) : await startService(node, settings)
	) as RunningService<StateOf<Name>>;
	const { state } = service;
	const credentials: IDataObject = { ...state.credential.data };
	let proxy: Proxy | undefined;
	if (behindProxy) {
		proxy = new Proxy(Number(new URL(state.url).port));
		await proxy.accept();
		credentials.baseUrl = proxy.addressOf(state.url);
	}
	const close = async () => {
		proxy?.close();
		await service.close();
	};
	return { state, credentials, proxy, close };
}

/** Closes what plans share. */
export async function closeStages(): Promise<void> {
	await (await register)?.close();
	register = undefined;
}
