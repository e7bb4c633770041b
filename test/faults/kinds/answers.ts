import type { Operation } from '../operations/operation';
import { aim, described, type FaultKind, type Planting } from './kind';

/** An HTML page, as proxies, firewalls and Wi-Fi portals give them. */
export const PAGE =
	'<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>nginx</h1></body></html>';

const html = (status: number): FaultKind => ({
	name: `HTML page with ${status}`,
	isExtra: true,
	plant(planting) {
		const where = aim(planting);
		// Whoever refuses a request has not let it through.
		const isRefusal = status === 403 || status === 404;
		const processed = !isRefusal && planting.random.chance(40);
		const answer = { status, rawBody: PAGE, contentType: 'text/html; charset=utf-8', processed };
		return {
			faults: [{ ...where, ...answer }],
			note: `${described(where)}, processed: ${processed}`,
		};
	},
});

const TYPES = ['text/html', 'text/plain', 'application/octet-stream', 'image/png', 'nonsense', ''];

const wrongType: FaultKind = {
	name: 'wrong content type',
	plant(planting) {
		const where = aim(planting);
		const contentType = planting.random.pick(TYPES);
		return {
			faults: [{ ...where, contentType }],
			mustPass: true,
			note: `${described(where)}, ${contentType || 'none'}`,
		};
	},
};

/** Some answers of a vague operation may be good ones. */
const isProcessed = ({ operation, random }: Planting): boolean =>
	operation.isVague === true || random.chance(50);

/** A good but empty answer to a bulk call has headers with counts. */
const isEmptyGood = ({ operation, random }: Planting): boolean =>
	(operation.isVague === true && operation.group !== 'bulk') || random.chance(50);

const empty: FaultKind = {
	name: 'empty answer with 200',
	plant(planting) {
		const where = aim(planting);
		const processed = isEmptyGood(planting);
		const rawBody = planting.random.pick(['', '  \n']);
		return {
			faults: [{ ...where, status: 200, rawBody, processed }],
			note: `${described(where)}, processed: ${processed}`,
		};
	},
};

const ANSWERS = [
	{ status: 'ok' },
	{ message: 'Welcome' },
	{},
	null,
	true,
	42,
	'ok',
	[1, 2],
	['ok'],
];

const isReadable = ({ name, isVague = false }: Operation, answer: unknown): boolean =>
	Array.isArray(answer) && (isVague || name === 'tag.getAll');

const otherJson: FaultKind = {
	name: 'JSON of another service with 200',
	plant(planting) {
		const where = aim(planting);
		const answers = ANSWERS.filter((answer) => !isReadable(planting.operation, answer));
		const body = planting.random.pick<unknown>(answers);
		const processed = isProcessed(planting);
		return {
			faults: [{ ...where, status: 200, body, processed }],
			note: `${described(where)}, ${JSON.stringify(body)}, processed: ${processed}`,
		};
	},
};

/** The service reports an error, whether it did what was asked or not. */
const failing = (name: string, statuses: number[], processed: boolean): FaultKind => ({
	name,
	isExtra: true,
	plant(planting) {
		const where = aim(planting);
		const status = planting.random.pick(statuses);
		const body = { error: { code: 'internal', message: 'Something went wrong' } };
		return {
			faults: [{ ...where, status, body, processed }],
			note: `${described(where)}, ${status}`,
		};
	},
});

export const answerKinds: FaultKind[] = [
	html(200),
	html(403),
	html(404),
	html(502),
	wrongType,
	empty,
	otherJson,
	failing('500 after processing', [500], true),
	failing('502, 503, 504 after processing', [502, 503, 504], true),
	failing('5xx before processing', [500, 502, 503, 504], false),
];
