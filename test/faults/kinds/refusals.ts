import type { Fault } from '../../../sandbox';
import { PAGE } from './answers';
import { type FaultKind, hitting } from './kind';

/** Not 404 where that is an answer: for a list of the register, a second delete, or a look-up. */
const refusing = hitting('refused by the service', ({ operation, random }) => {
	const { node, group, name, methods } = operation;
	const looksUp = name.startsWith('person') || (methods.includes('GET') && methods.length > 1);
	const isAnswer = node === 'cor' || group === 'delete' || looksUp;
	const statuses = [400, 401, 403, 409, 422].concat(isAnswer ? [] : [404, 418]);
	const status = random.pick(statuses);
	const messages = ['Refused', { why: ['a', { b: 1 }] }, 'x'.repeat(9_000), 7];
	const message = random.pick<unknown>(messages);
	const bodies = [{ error: { code: 'refused', message } }, { message }, [message]];
	return { status, body: random.pick<unknown>(bodies) };
});

const missingPage: FaultKind = {
	name: 'a page of the list is missing',
	weight: 10,
	appliesTo: ({ node, group }) => node === 'cor' && group === 'list',
	plant({ random }) {
		const isHtml = random.chance(50);
		// The first page without results is an empty list.
		const match: Fault['match'] = { where: ({ query }) => Number(query.pagina ?? 1) > 1 };
		const skip = random.pick([0, 1]);
		const times = random.pick([1, 2, 1000]);
		const page = isHtml ? { rawBody: PAGE, contentType: 'text/html' } : { body: { title: 'None' } };
		return { faults: [{ match, skip, times, status: 404, ...page }] };
	},
};

/** The secrets of the credential, in every form that is sent. */
const echo = hitting(
	'secrets in the answer',
	({ random, stage }) => {
		const { apiKey, secretKey, privateKey } = stage.credentials;
		const secret = String(secretKey ?? apiKey ?? privateKey);
		const encoded = encodeURIComponent(secret);
		const basic = Buffer.from(`${String(apiKey)}:${secret}`).toString('base64');
		const said = `Bad key ${secret} (${encoded}, Basic ${basic}, key ${String(apiKey)})`;
		const status = random.pick([401, 403, 500, 302]);
		return random.pick<Fault>([
			{ status, body: { error: { code: secret, message: said }, message: said } },
			{ status, rawBody: said, contentType: 'text/plain' },
			{ status: 302, headers: { Location: `https://elsewhere.example/?key=${encoded}` } },
			{ status: 200, rawBody: `<p>${said}</p>`, contentType: 'text/html' },
		]);
	},
	{ isExtra: true },
);

const LOCATIONS = ['https://elsewhere.example/', '', '//', 'http://[broken', 'javascript:1'];

const redirect = hitting('redirect', ({ random, operation, stage }) => {
	const status = random.pick([301, 302, 303, 307, 308, 304]);
	// Followed, it is a page that is not there: to the register's list, no results.
	const own = operation.node === 'cor' ? [] : ['/', `${stage.state.url}/elsewhere`];
	return { status, headers: { Location: random.pick([...LOCATIONS, ...own]) } };
});

export const refusalKinds: FaultKind[] = [refusing, missingPage, echo, redirect];
