import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkActions } from './checks/checkActions';
import { checkCanvas } from './checks/checkCanvas';
import { addLines, checkColumns } from './checks/checkColumns';
import { checkCredential } from './checks/checkCredential';
import { checkForm } from './checks/checkForm';
import { checkNode } from './checks/checkNode';
import { checkSearch } from './checks/checkSearch';
import { checkTrigger } from './checks/checkTrigger';
import { openBrowser } from '../../tools/n8n/browser/chromium';
import { Editor } from '../../tools/n8n/browser/editor';
import { forms } from '../../tools/n8n/content/forms';
import { ourCredentials, ourNodes, ourTriggers } from '../../tools/n8n/content/nodeTypes';
import { showcase } from '../../tools/n8n/content/showcase';
import { startInstance, type Instance } from '../../tools/n8n/instance/startInstance';
import { runProgram, type Cleanup } from '../../tools/lib/cleanup';
import { userFolders } from '../../tools/lib/paths';

type Check = [name: string, check: () => Promise<string>];

function checksOf(editor: Editor, { credentials, sandbox }: Instance): Check[] {
	return [
		['Canvas, dark', async () => await checkCanvas(editor, 'dark')],
		['Canvas, light', async () => await checkCanvas(editor, 'light')],
		...ourNodes.map(
			(node): Check => [`Node ${node.displayName}`, async () => await checkNode(editor, node)],
		),
		...ourTriggers.map(
			(node): Check => [`Node ${node.displayName}`, async () => await checkTrigger(editor, node)],
		),
		...ourCredentials.map((type): Check => {
			const credential = credentials.find((candidate) => candidate.type === type.name)!;
			return [
				`Credential ${type.displayName}`,
				async () => await checkCredential(editor, type, credential),
			];
		}),
		...forms.map(
			(form): Check => [`Form ${form.picture}`, async () => await checkForm(editor, form)],
		),
		...(['By Hand', 'Automatically'] as const).map(
			(way): Check => [`Columns ${way}`, async () => await checkColumns(editor, sandbox, way)],
		),
		['Search', async () => await checkSearch(editor)],
		...ourNodes.map((node): Check => {
			const trigger = ourTriggers.find(({ name }) => name === `${node.name}Trigger`)!;
			const what = `Actions of ${node.displayName}`;
			return [what, async () => await checkActions(editor, node, trigger)];
		}),
	];
}

/** Checks nodes and credentials in the editor; `--only` chooses by a part of the name. */
async function e2e(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
	const page = await openBrowser(cleanup);
	const instance = await startInstance(cleanup, showcase);
	const editor = new Editor(page, instance.server.url);
	await editor.signIn();
	addLines(instance.sandbox);

	let failed = 0;
	const wanted = checksOf(editor, instance).filter(([name]) => name.includes(values.only));
	if (wanted.length === 0) throw new Error(`No check has "${values.only}" in its name.`);
	for (const [name, check] of wanted) {
		try {
			console.log(`ok      ${name}: ${await check()}`);
		} catch (error) {
			failed++;
			const picture = join(userFolders, `failed-${failed}.png`);
			await editor.page.screenshot({ path: picture });
			console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}`);
			console.log(`        What it looked like: ${picture}`);
		}
	}
	if (failed > 0) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	return failed === 0;
}

void runProgram(e2e);
