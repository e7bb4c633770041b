import type { INodeProperties } from 'n8n-workflow';
import type { NodePanel } from '../../../tools/n8n/browser/nodePanel';

/**
 * Checks the fields of an operation or event, with their collections and resource locators.
 * @param searched locators that were searched already; is added to
 */
export async function checkFields(
	panel: NodePanel,
	fields: INodeProperties[],
	what: string,
	searched: Set<string>,
	picture: (name: string) => Promise<void>,
): Promise<void> {
	await panel.shows(
		// A notice has no label of its own.
		fields.filter(({ type }) => type !== 'notice').map(({ displayName }) => displayName),
		what,
	);
	const collections = fields.filter(({ type }) => type === 'collection');
	for (const [index, { displayName, options = [] }] of collections.entries()) {
		// With one option there is a button in place of the dropdown.
		if (options.length === 1) continue;
		const dropdown = panel.addField(index);
		const names = options.map((option) => ('displayName' in option ? option.displayName : ''));
		await dropdown.holds(names, `${displayName} of ${what}`);
		await dropdown.close();
	}
	const locators = fields.filter(({ type }) => type === 'resourceLocator');
	if (locators.every(({ name }) => searched.has(name))) return;
	for (const { name } of locators) {
		if (searched.has(name)) {
			// Others search in what is chosen here: the sandbox's first contacts have tags.
			await panel.searches(name, 'first');
		} else {
			searched.add(name);
			await panel.searches(name, 'last', async () => await picture(`locator-${name}`));
		}
	}
}
