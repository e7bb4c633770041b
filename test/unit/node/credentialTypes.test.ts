import { CorApi } from '../../../credentials/CorApi.credentials';
import { CorlegaApi } from '../../../credentials/CorlegaApi.credentials';
import { InboxifyApi } from '../../../credentials/InboxifyApi.credentials';

test.each([CorApi, CorlegaApi, InboxifyApi])(
	'%p: n8n does not offer Custom API Call in the dropdowns of its nodes',
	(Credential) => {
		// As n8n lists the types of credentials; it adds Custom API Call for those with `authenticate`.
		const listed = { ...new Credential() };

		expect(listed).not.toHaveProperty('authenticate');
		expect(typeof new Credential().authenticate).toBe('function');
	},
);
