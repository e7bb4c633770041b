import { CorApi } from '../../../credentials/CorApi.credentials';
import { CorlegaApi } from '../../../credentials/CorlegaApi.credentials';
import { InboxifyApi } from '../../../credentials/InboxifyApi.credentials';

test.each([CorApi, CorlegaApi, InboxifyApi])(
	"%p: n8n's HTTP Request node offers the credential",
	(Credential) => {
		// n8n copies the type, and the node offers those that have `authenticate`.
		expect({ ...new Credential() }).toHaveProperty('authenticate');
	},
);
