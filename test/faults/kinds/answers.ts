import type { Operation } from '../operations/operation';
import { type FaultKind, hitting, type Planting } from './kind';

/** An HTML page, as proxies, firewalls and Wi-Fi portals give them. */
export const PAGE =
	'<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>nginx</h1></body></html>';

const html = (status: number): FaultKind =>
	hitting(
		`HTML page with ${status}`,
		({ random }) => {
			// Whoever refuses a request has not let it through.
			const isRefusal = status === 403 || status === 404;
			const processed = !isRefusal && random.chance(40);
			return { status, rawBody: PAGE, contentType: 'text/html; charset=utf-8', processed };
		},
		{ isExtra: true },
	);

const TYPES = ['text/html', 'text/plain', 'application/octet-stream', 'image/png', 'nonsense', ''];

const wrongType = hitting(
	'wrong content type',
	({ random }) => ({ contentType: random.pick(TYPES) }),
	{ mustPass: true },
);

/** Some answers of a vague operation may be good ones. */
const isProcessed = ({ operation, random }: Planting): boolean =>
	operation.isVague === true || random.chance(50);

/** A good but empty answer to a bulk call has headers with counts. */
const isEmptyGood = ({ operation, random }: Planting): boolean =>
	(operation.isVague === true && operation.group !== 'bulk') || random.chance(50);

const empty = hitting('empty answer with 200', (planting) => ({
	status: 200,
	processed: isEmptyGood(planting),
	rawBody: planting.random.pick(['', '  \n']),
}));

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

const otherJson = hitting('JSON of another service with 200', (planting) => {
	const answers = ANSWERS.filter((answer) => !isReadable(planting.operation, answer));
	const body = planting.random.pick<unknown>(answers);
	return { status: 200, body, processed: isProcessed(planting) };
});

/** The service reports an error, whether it did what was asked or not. */
const failing = (name: string, statuses: number[], processed: boolean): FaultKind =>
	hitting(
		name,
		({ random }) => ({
			status: random.pick(statuses),
			body: { error: { code: 'internal', message: 'Something went wrong' } },
			processed,
		}),
		{ isExtra: true },
	);

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
