import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	ICredentialsHelper,
	type IDataObject,
	type IHttpRequestOptions,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { builtCredentials } from '../build';

/** One credential, used the way n8n uses it. */
class BenchCredentials extends ICredentialsHelper {
	private readonly type;

	constructor(
		type: keyof typeof builtCredentials,
		private readonly credentials: IDataObject,
	) {
		super();
		this.type = builtCredentials[type]();
	}

	getParentTypes = () => [];

	getDecrypted = async () =>
		structuredClone(this.credentials) as unknown as ICredentialDataDecryptedObject;

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate, name } = this.type;
		if (typeof authenticate !== 'function') throw new Error(`${name} has no authenticate`);
		return await authenticate(credentials, request);
	}

	preAuthentication = async () => undefined;

	runPreAuthentication = async () => undefined;

	isCredentialUsableByNode = () => true;

	getCredentials = async (): Promise<never> => {
		throw new Error('not used by nodes');
	};

	updateCredentials = async () => {};

	updateCredentialsOauthTokenData = async () => {};

	getCredentialsProperties = () => [];
}

/** What the engine needs of its host. */
export function hostFor(
	credentialType: keyof typeof builtCredentials,
	credentials: IDataObject,
): IWorkflowExecuteAdditionalData {
	const now = new Date();
	return {
		credentialsHelper: new BenchCredentials(credentialType, credentials),
		hooks: new ExecutionLifecycleHooks('trigger', '1', {
			id: '1',
			name: 'Bench',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: now,
			updatedAt: now,
			nodes: [],
			connections: {},
		}),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
