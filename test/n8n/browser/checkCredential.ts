import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { ICredentialType, INodeParameters } from 'n8n-workflow';
import type { Credential } from '../content/credentials';
import { Dropdown } from './dropdown';
import type { Editor } from './editor';
import { credentialLabels } from './expected';
import { until } from './until';

/** Whether nothing of an element in a scrolled form is hidden. */
async function isInView(element: Locator): Promise<boolean> {
	const box = await element.boundingBox();
	const form = await element.page().getByTestId('credential-edit-dialog').boundingBox();
	return box !== null && form !== null && box.y + box.height <= form.y + form.height;
}

/**
 * Checks the form of a credential: its test succeeds against the sandbox, and it has the fields of
 * its description, also for the other choices that show or hide fields. Takes a picture of it.
 * @returns what was checked
 */
export async function checkCredential(
	editor: Editor,
	type: ICredentialType,
	credential: Credential,
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
		await last.locator('textarea, input').first().fill('');
		await editor.screenshot(`${picture}-below`);
	}

	const all = type.properties.map(({ displayName }) => displayName);
	const shows = async (values: INodeParameters) =>
		await until(async () => {
			const texts = await dialog.locator('label.n8n-input-label:visible').allInnerTexts();
			// Besides ours there are n8n's own fields.
			const shown = texts.map((text) => text.split('\n')[0].replace('*', '').trim());
			assert.deepEqual(
				shown.filter((label) => all.includes(label)),
				credentialLabels(type, values),
				`${type.displayName} shows ${shown.join(', ')}`,
			);
		});

	await shows(credential.data);
	const forms = [credential.data];
	for (const { name, type: kind, options = [] } of type.properties) {
		if (kind !== 'options') continue;
		for (const option of options) {
			if (!('value' in option)) continue;
			const field = dialog.getByTestId(`parameter-input-${name}`);
			const dropdown = new Dropdown(editor.page, field, 'parameter-input-item');
			await dropdown.open();
			await dropdown.choose(option.name);
			const values = { ...forms.at(-1), [name]: String(option.value) };
			await shows(values);
			forms.push(values);
		}
	}
	return `its test succeeds, ${forms.length} forms`;
}
