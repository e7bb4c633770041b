import type { Fault } from '../../../sandbox';
import { PAGE } from './answers';
import { aim, described, type FaultKind } from './kind';

/** Not 404 where that is an answer: for a list of the register, a second delete, or a look-up. */
const refusing: FaultKind = {
	name: 'refused by the service',
	plant(planting) {
		const where = aim(planting);
		const { operation, random } = planting;
		const { node, group, name, methods } = operation;
		const looksUp = name.startsWith('person') || (methods.includes('GET') && methods.length > 1);
		const isAnswer = node === 'cor' || group === 'delete' || looksUp;
		const statuses = [400, 401, 403, 409, 422].concat(isAnswer ? [] : [404, 418]);
		const status = random.pick(statuses);
		const message = random.pick<unknown>([
			'Refused',
			{ why: ['a', { b: 1 }] },
			'x'.repeat(9_000),
			7,
		]);
		const body = random.pick<unknown>([
			{ error: { code: 'refused', message } },
			{ message },
			[message],
		]);
		return { faults: [{ ...where, status, body }], note: `${described(where)}, ${status}` };
	},
};

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
		return {
			faults: [{ match, skip, times, status: 404, ...page }],
			note: `${times} after page ${skip + 1}, ${isHtml ? 'HTML' : 'JSON'}`,
		};
	},
};

/** The secrets of the credential, in every form that is sent. */
const echo: FaultKind = {
	name: 'secrets in the answer',
	isExtra: true,
	plant(planting) {
		const where = aim(planting);
		const { credentials } = planting.stage;
		const { apiKey, secretKey, privateKey } = credentials;
		const secret = String(secretKey ?? apiKey ?? privateKey);
		const basic = Buffer.from(`${String(apiKey)}:${secret}`).toString('base64');
		const said = `Bad key ${secret} (${encodeURIComponent(secret)}, Basic ${basic}, key ${String(apiKey)})`;
		const status = planting.random.pick([401, 403, 500, 302]);
		const faults = planting.random.pick([
			{ status, body: { error: { code: secret, message: said }, message: said } },
			{ status, rawBody: said, contentType: 'text/plain' },
			{
				status: 302,
				headers: { Location: `https://elsewhere.example/?key=${encodeURIComponent(secret)}` },
			},
			{ status: 200, rawBody: `<p>${said}</p>`, contentType: 'text/html' },
		]);
		return { faults: [{ ...where, ...faults }], note: `${described(where)}, ${status}` };
	},
};

const LOCATIONS = ['https://elsewhere.example/', '', '//', 'http://[broken', 'javascript:1'];

const redirect: FaultKind = {
	name: 'redirect',
	plant(planting) {
		const where = aim(planting);
		const status = planting.random.pick([301, 302, 303, 307, 308, 304]);
		const { random, operation, stage } = planting;
		// Followed, it is a page that is not there: to the register's list, no results.
		const own = operation.node === 'cor' ? [] : ['/', `${stage.state.url}/elsewhere`];
		const Location = random.pick([...LOCATIONS, ...own]);
		return {
			faults: [{ ...where, status, headers: { Location } }],
			note: `${described(where)}, ${status} to "${Location}"`,
		};
	},
};

export const refusalKinds: FaultKind[] = [refusing, missingPage, echo, redirect];
