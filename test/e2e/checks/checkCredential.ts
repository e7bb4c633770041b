import { expect, type Locator } from '@playwright/test';
import type { ICredentialType, INodeParameters } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { Dropdown, OPTION } from '../../../tools/n8n/browser/dropdown';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { credentialLabels } from '../../../tools/n8n/browser/expected';

async function isInView(element: Locator): Promise<boolean> {
	const box = await element.boundingBox();
	const form = await element.page().getByTestId('credential-edit-dialog').boundingBox();
	return box !== null && form !== null && box.y + box.height <= form.y + form.height;
}

/** Checks the test of a credential and its fields, for each choice. @returns what was checked */
export async function checkCredential(
	editor: Editor,
	type: ICredentialType,
	credential: SandboxCredential,
): Promise<string> {
	await editor.openCredential(credential.id);
	const dialog = editor.page.getByTestId('credential-edit-dialog');
	await dialog.getByText('Connection tested successfully').waitFor();
	const picture = `${type.name.replace(/Api$/, '')}-credential`;
	await editor.screenshot(picture);
	const last = dialog.getByTestId(`parameter-input-${type.properties.at(-1)?.name}`);
	if (!(await isInView(last))) {
		await last.scrollIntoViewIfNeeded();
		// Emptied: the sandbox's certificate is another one every time.
		for (const text of await dialog.locator('textarea:visible').all()) await text.fill('');
		await editor.screenshot(`${picture}-below`);
	}

	const all = type.properties.map(({ displayName }) => displayName);
	const shown = async () => {
		const texts = await dialog.locator('label.n8n-input-label:visible').allInnerTexts();
		const labels = texts.map((text) => text.split('\n')[0].replace('*', '').trim());
		// Besides ours there are n8n's own fields.
		return labels.filter((label) => all.includes(label));
	};
	const shows = async (values: INodeParameters) =>
		await expect
			.poll(shown, `The fields of ${type.displayName}`)
			.toEqual(credentialLabels(type, values));

	await shows(credential.data);
	const forms = [credential.data];
	for (const { name, type: kind, options = [] } of type.properties) {
		if (kind !== 'options') continue;
		for (const option of options) {
			if (!('value' in option)) continue;
			const field = dialog.getByTestId(`parameter-input-${name}`);
			const dropdown = new Dropdown(editor.page, field, OPTION);
			await dropdown.open();
			await dropdown.choose(option.name);
			const values = { ...forms.at(-1), [name]: String(option.value) };
			await shows(values);
			forms.push(values);
		}
	}
	return `its test succeeds, ${forms.length} forms`;
}
