import { expect, type Locator, type Page } from '@playwright/test';

/** Of what nothing is found. */
const NONSENSE = 'qqqqq';

/** What a node that is open offers, without the headings. */
const ACTION = '[data-keyboard-nav-type="action"]';

/** The node panel, in which one searches for a node to add. */
export class NodeCreator {
	private readonly panel: Locator;

	private constructor(private readonly page: Page) {
		this.panel = page.getByTestId('node-creator');
	}

	/** Opens it over the workflow that is shown. */
	static async open(page: Page): Promise<NodeCreator> {
		await page.getByTestId('node-creator-plus-button').click();
		return await NodeCreator.shown(page);
	}

	/** The one that is open. */
	static async shown(page: Page): Promise<NodeCreator> {
		const creator = new NodeCreator(page);
		await creator.bar.waitFor();
		return creator;
	}

	/** The field to type in. */
	get bar(): Locator {
		return this.panel.getByTestId('node-creator-search-bar');
	}

	/** A node that was found. */
	node(name: string): Locator {
		return this.panel.getByTestId('node-creator-item-name').getByText(name, { exact: true });
	}

	/** Searches for a word. @returns the names of the nodes that are found, the best first */
	async search(word: string): Promise<string[]> {
		const names = this.panel.getByTestId('node-creator-item-name');
		// What was found before would be taken for what is found now.
		await this.bar.fill(NONSENSE);
		await expect(names, `Nothing is found for ${NONSENSE}`).toHaveCount(0);
		await this.bar.fill(word);
		await names.first().waitFor();
		return await names.allInnerTexts();
	}

	/** Opens what a node offers. */
	async openNode(name: string): Promise<void> {
		await this.search(name);
		await this.node(name).click();
		await this.section('Actions').waitFor();
	}

	/** The actions or the triggers of the node that is open, in their order. */
	async offers(section: 'Actions' | 'Triggers'): Promise<string[]> {
		const offered = this.section(section).locator('xpath=..').locator(ACTION);
		// One of the two is folded at first.
		if ((await offered.count()) === 0) await this.section(section).click();
		await offered.first().waitFor();
		return (await offered.allInnerTexts()).map((text) => text.trim());
	}

	/** An action or a trigger of the node that is open; a click adds it. */
	action(name: string): Locator {
		return this.panel.locator(ACTION).filter({ has: this.page.getByText(name, { exact: true }) });
	}

	private section(name: string): Locator {
		return this.panel.getByTestId('node-creator-category-item').filter({ hasText: name });
	}
}
