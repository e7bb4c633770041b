import { InboxifyApi } from '../../../credentials/InboxifyApi.credentials';

test("the address of Inboxify's document is the one that a credential starts with", () => {
	const field = new InboxifyApi().properties.find(({ name }) => name === 'baseUrl');

	expect(field).toMatchObject({
		default: 'https://api.inboxify.nl',
		placeholder: 'e.g. https://api.inboxify.nl',
	});
});
