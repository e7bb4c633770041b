import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { owner } from '../host/session';
import { screenshotsFolder } from '../tools/paths';
import { until } from './until';

/** n8n's editor in a browser. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Logs in as the owner, on the page for it. */
	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page
			.locator('input[type="email"], input[name="emailOrLdapLoginId"]')
			.fill(owner.email);
		await this.page.locator('input[type="password"]').fill(owner.password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	}

	/** Opens a workflow and waits until its nodes are drawn. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.isQuiet();
	}

	/** Opens a credential and waits until its form is there. */
	async openCredential(id: string): Promise<void> {
		await this.page.goto(`${this.url}/home/credentials/${id}`);
		await this.page.getByTestId('credential-edit-dialog').waitFor();
		await this.isQuiet();
	}

	/** Sets the theme, from the next page on. */
	async setTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.evaluate(`localStorage.setItem('N8N_THEME', '${theme}')`);
	}

	/** Takes a picture of what is shown, for the documentation, once it doesn't change any more. */
	async screenshot(name: string): Promise<void> {
		await mkdir(screenshotsFolder, { recursive: true });
		await this.isQuiet();
		let last = await this.picture();
		await until(async () => {
			await sleep(300);
			const now = await this.picture();
			const isSame = now.equals(last);
			last = now;
			assert.ok(isSame, `What ${name} shows goes on changing`);
		});
		await writeFile(join(screenshotsFolder, `${name}.png`), last);
	}

	/** As it is now, without the messages that pop up in the corner and go again. */
	private async picture(): Promise<Buffer> {
		const style = '.el-notification { visibility: hidden; }';
		return await this.page.screenshot({ style, animations: 'disabled', caret: 'hide' });
	}

	/** Waits until nothing is loaded any more: icons come last. */
	private async isQuiet(): Promise<void> {
		await this.page.waitForLoadState('networkidle');
	}
}
