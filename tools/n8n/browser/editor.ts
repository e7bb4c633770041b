import { expect, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { owner } from '../instance/session';
import { screenshotsFolder } from '../../lib/paths';

export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page
			.locator('input[type="email"], input[name="emailOrLdapLoginId"]')
			.fill(owner.email);
		await this.page.locator('input[type="password"]').fill(owner.password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.isQuiet();
	}

	async openCredential(id: string): Promise<void> {
		await this.page.goto(`${this.url}/home/credentials/${id}`);
		await this.page.getByTestId('credential-edit-dialog').waitFor();
		await this.isQuiet();
	}

	async setTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.evaluate(`localStorage.setItem('N8N_THEME', '${theme}')`);
	}

	/** Takes a picture for the documentation, once the page no longer changes. */
	async screenshot(name: string): Promise<void> {
		await mkdir(screenshotsFolder, { recursive: true });
		await this.isQuiet();
		// Where nothing is drawn otherwise because the mouse is over it.
		await this.page.mouse.move(0, 0);
		let last = await this.picture();
		const isSame = async () => {
			const before = last;
			await sleep(300);
			last = await this.picture();
			return last.equals(before);
		};
		await expect.poll(isSame, `What ${name} shows stays the same`).toBe(true);
		// With a palette it takes half the room.
		await sharp(last)
			.png({ palette: true, effort: 10 })
			.toFile(join(screenshotsFolder, `${name}.png`));
	}

	/** Without the notifications in the corner. */
	async picture(): Promise<Buffer> {
		const style = '.el-notification { visibility: hidden; }';
		return await this.page.screenshot({ style, animations: 'disabled', caret: 'hide' });
	}

	private async isQuiet(): Promise<void> {
		await this.page.waitForLoadState('networkidle');
	}
}
