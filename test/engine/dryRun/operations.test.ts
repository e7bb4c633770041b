import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/http/requestLog';
import { nodeTypes } from '../../../tools/engine/types';
import { type NodeName, sharedWorld } from '../../../tools/engine/world';
import { casesOf } from '../operations/cases';

const world = sharedWorld({ corlega: { limit: null } });

const CASES = casesOf(world);

/** The operations with the option Dry Run, as `resource.operation`. */
const writesOf = (node: NodeName): string[] =>
	nodeTypes[node].description.properties.flatMap(
		({ name, options = [], displayOptions: { show = {} } = {} }) => {
			const option = options.find((one) => one.name === 'dryRun') as INodeProperties | undefined;
			if (name !== 'options' || !option) return [];
			const operations = option.displayOptions?.show?.['/operation'] ?? show['/operation']!;
			return show.resource!.flatMap((resource) =>
				operations.map((operation) => `${String(resource)}.${String(operation)}`),
			);
		},
	);

const isWrite = ({ method }: { method: string }) => method !== 'GET';

const received = ({ method, path, query, body }: LoggedRequest) => ({
	method,
	path,
	query: { ...query },
	body: body ?? null,
});

/** What a dry run showed, as the service would receive it. */
function shown({ method, path, body, contacts }: IDataObject) {
	const [place, query] = String(path).split('?');
	return {
		method,
		path: decodeURIComponent(place),
		query: Object.fromEntries(new URLSearchParams(query)),
		body: contacts === undefined ? body : [body],
	};
}

describe.each(Object.keys(CASES) as NodeName[])('%s', (node) => {
	test('operations that write have a dry run, others have none', () => {
		const writing = Object.entries(CASES[node])
			.filter(([, { requests }]) => requests.some((line) => !line.startsWith('GET')))
			.map(([operation]) => operation);
		expect(writesOf(node).sort()).toEqual(writing.sort());
	});

	const writing = writesOf(node).map((operation) => [operation, CASES[node][operation]] as const);
	// COR has none.
	if (writing.length === 0) return;

	test.each(writing)(
		'%s: a dry run sends no write and shows what a real run sends',
		async (operation, { parameters }) => {
			const given = parameters?.() ?? {};
			const dry = await world.run(node, operation, {
				...given,
				options: { ...(given.options as IDataObject), dryRun: true },
			});
			expect(dry.error).toBeUndefined();
			expect(world.sandbox[node].requests.filter(isWrite)).toEqual([]);
			expect(dry.json.every(({ dryRun, outcome }) => dryRun === true && outcome)).toBe(true);
			expect(dry.hints[0].message).toMatch(/^Dry run: nothing was changed/);

			world.clear();
			const real = await world.run(node, operation, given);
			expect(real.error).toBeUndefined();
			const sent = world.sandbox[node].requests.filter(isWrite).map(received);
			expect(dry.json.filter(({ method }) => method).map(shown)).toEqual(sent);
		},
	);
});
