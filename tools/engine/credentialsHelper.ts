import {
	type ICredentialDataDecryptedObject,
	ICredentialsHelper,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

export interface Credential {
	type: ICredentialType;
	data: IDataObject;
}

/** Credentials of different types, used as n8n uses them. */
export class CredentialsHelper extends ICredentialsHelper {
	private readonly credentials: Map<string, Credential>;

	constructor(...credentials: Credential[]) {
		super();
		this.credentials = new Map(credentials.map((each) => [each.type.name, each]));
	}

	getParentTypes = () => [];

	async getDecrypted(
		_data: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.credentials.get(type)?.data) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		data: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.credentials.get(type)?.type.authenticate;
		if (typeof authenticate !== 'function') throw new Error(`${type} has no authenticate`);
		return await authenticate(data, request);
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
