import { expect, type Locator, type Page } from '@playwright/test';

const NONSENSE = 'qqqqq';

/** Without the headings. */
const ACTION = '[data-keyboard-nav-type="action"]';

/** The panel in which one searches for a node to add. */
export class NodeCreator {
	private readonly panel: Locator;

	private constructor(private readonly page: Page) {
		this.panel = page.getByTestId('node-creator');
	}

	static async open(page: Page): Promise<NodeCreator> {
		await page.getByTestId('node-creator-plus-button').click();
		return await NodeCreator.shown(page);
	}

	static async shown(page: Page): Promise<NodeCreator> {
		const creator = new NodeCreator(page);
		await creator.bar.waitFor();
		return creator;
	}

	get bar(): Locator {
		return this.panel.getByTestId('node-creator-search-bar');
	}

	node(name: string): Locator {
		return this.panel.getByTestId('node-creator-item-name').getByText(name, { exact: true });
	}

	async search(word: string): Promise<string[]> {
		const names = this.panel.getByTestId('node-creator-item-name');
		// What was found before would be taken for what is found now.
		await this.bar.fill(NONSENSE);
		await expect(names, `Nothing is found for ${NONSENSE}`).toHaveCount(0);
		await this.bar.fill(word);
		await names.first().waitFor();
		return await names.allInnerTexts();
	}

	async openNode(name: string): Promise<void> {
		await this.search(name);
		await this.node(name).click();
		await this.section('Actions').waitFor();
	}

	/** The actions or the triggers of the open node, in order. */
	async offers(section: 'Actions' | 'Triggers'): Promise<string[]> {
		const offered = this.section(section).locator('xpath=..').locator(ACTION);
		// One of the two is folded at first.
		if ((await offered.count()) === 0) await this.section(section).click();
		await offered.first().waitFor();
		return (await offered.allInnerTexts()).map((text) => text.trim());
	}

	action(name: string): Locator {
		return this.panel.locator(ACTION).filter({ has: this.page.getByText(name, { exact: true }) });
	}

	private section(name: string): Locator {
		return this.panel.getByTestId('node-creator-category-item').filter({ hasText: name });
	}
}
