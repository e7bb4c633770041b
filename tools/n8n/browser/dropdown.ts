import { expect, type Locator, type Page } from '@playwright/test';

export const OPTION = '[role="option"]';

/** A dropdown of the editor, whose choices are elsewhere on the page. */
export class Dropdown {
	constructor(
		private readonly page: Page,
		private readonly field: Locator,
		private readonly choice: string,
	) {}

	private get choices(): Locator {
		return this.page.locator(`${this.choice}:visible`);
	}

	/** Clicks again where the editor was still loading the choices. */
	async open(): Promise<void> {
		const first = this.choices.first();
		await expect(async () => {
			if (!(await first.isVisible())) await this.field.click();
			await first.waitFor({ timeout: 3000 });
		}).toPass({ timeout: 20_000 });
	}

	async close(): Promise<void> {
		await this.field.click();
		await this.isClosed();
	}

	/** Asserts its choices, in this order, and leaves it open. */
	async holds(names: string[], what: string): Promise<void> {
		await this.open();
		const offered = async () => {
			const texts = await this.choices.allInnerTexts();
			// Without the description on the next line.
			return texts.map((text) => text.split('\n')[0].trim());
		};
		await expect.poll(offered, `What ${what} offers`).toEqual(names);
	}

	/** It must be open. */
	async choose(name: string): Promise<void> {
		await this.choices
			.filter({ has: this.page.getByText(name, { exact: true }) })
			.first()
			.click();
		await this.isClosed();
	}

	/** Chooses one of several; it must be open, and stays so. */
	async add(name: string): Promise<void> {
		const choice = this.choices.filter({ has: this.page.getByText(name, { exact: true }) }).first();
		await choice.click();
		await expect(choice, `${name} is chosen`).toHaveClass(/selected/);
	}

	private async isClosed(): Promise<void> {
		await expect(this.choices, 'The dropdown closes').toHaveCount(0);
	}
}
