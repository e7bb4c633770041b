import { expect, type Locator, type Page } from '@playwright/test';
import { Dropdown, OPTION } from './dropdown';

/** The input, whether it has the test id or is inside. */
const inputOf = (testId: string): string =>
	`input[data-test-id="${testId}"]:visible, [data-test-id="${testId}"]:visible input`;

/** The panel of a node: parameters in the middle, output on the right. */
export class NodePanel {
	private readonly parameters: Locator;

	private constructor(private readonly page: Page) {
		this.parameters = page.getByTestId('ndv').getByTestId('node-parameters');
	}

	static async open(page: Page, name: string): Promise<NodePanel> {
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		return await NodePanel.shown(page);
	}

	static async shown(page: Page): Promise<NodePanel> {
		const panel = new NodePanel(page);
		await panel.parameters.waitFor();
		return panel;
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await expect(this.parameters, 'The panel closes').toBeHidden();
	}

	async chosen(parameter: string): Promise<string[]> {
		const tags = this.field(parameter).locator('.el-tag');
		await tags.first().waitFor();
		return (await tags.allInnerTexts()).map((text) => text.trim());
	}

	field(parameter: string): Locator {
		return this.parameters.getByTestId(`parameter-input-${parameter}`);
	}

	dropdown(parameter: string): Dropdown {
		return new Dropdown(this.page, this.field(parameter), OPTION);
	}

	/** Of a resource mapper. */
	get mappingMode(): Dropdown {
		return new Dropdown(this.page, this.page.getByTestId('mapping-mode-select'), OPTION);
	}

	/** The dropdown that adds a field to a collection. */
	addField(index: number): Dropdown {
		const field = this.parameters.getByTestId('collection-parameter-add').nth(index);
		return new Dropdown(this.page, field, '[data-test-id="collection-parameter-option"]');
	}

	/** Asserts that these labels are shown, in this order, maybe among others. */
	async shows(labels: string[], what: string): Promise<void> {
		const shown = async () => {
			const texts = await this.parameters
				.locator('[data-test-id="input-label"]:visible')
				.allInnerTexts();
			const found: string[] = [];
			for (const text of texts) {
				// The first line: below it stand buttons.
				const label = text.split('\n')[0].replace('*', '').trim();
				if (label === labels[found.length]) found.push(label);
			}
			return found;
		};
		await expect.poll(shown, `The fields of ${what}`).toEqual(labels);
	}

	/**
	 * Searches in a resource locator for a part of its first or last choice, and chooses the result.
	 * Asserts that only matches are offered, and that the choice is shown.
	 */
	async searches(
		parameter: string,
		place: 'first' | 'last',
		picture?: () => Promise<void>,
	): Promise<void> {
		const field = this.field(parameter);
		await field.getByTestId('rlc-input').click();
		const found = this.page.locator('[data-test-id="rlc-item"]:visible');
		await found.first().waitFor();
		const wanted = (await found[place]().innerText()).trim();
		const [word] = wanted.split(' - ');
		await this.page.locator(inputOf('rlc-search')).first().fill(word);
		await expect(async () => {
			const names = await found.allInnerTexts();
			expect(names, `What is found for ${word}`).not.toHaveLength(0);
			for (const name of names) expect(name.toLowerCase()).toContain(word.toLowerCase());
		}).toPass({ timeout: 5000 });
		await picture?.();
		await found.filter({ hasText: wanted }).first().click();
		const input = field.locator(inputOf('rlc-input')).first();
		await expect(input, `What is chosen for ${parameter}`).toHaveValue(wanted);
	}

	async hints(words: string): Promise<void> {
		await expect(this.page.getByTestId('node-hint').getByText(words)).toBeVisible();
	}

	get runButton(): Locator {
		return this.page.getByTestId('node-execute-button');
	}

	/** Runs the node, which has no output yet, and waits for items. */
	async execute(): Promise<void> {
		await this.runButton.click();
		await this.hasRun();
	}

	/** Moves the parameters aside, for more output. */
	get handle(): Locator {
		return this.page.getByTestId('panel-drag-button');
	}

	async hasRun(): Promise<void> {
		const output = this.page.getByTestId('output-panel');
		await output.getByText(/^\d+ items?$/).waitFor();
		// While the node runs, there is a circle in place of the words.
		await expect(this.runButton).toContainText(/\w/);
	}
}
