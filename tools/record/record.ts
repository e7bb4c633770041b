import { join, relative } from 'node:path';
import { docsFolder, packageFolder } from '../lib/paths';
import { runProgram, type Cleanup } from '../lib/cleanup';
import { step } from '../lib/steps';
import { openBrowser } from '../n8n/browser/chromium';
import { Editor } from '../n8n/browser/editor';
import { emptyWorkflowId, showcase } from '../n8n/content/showcase';
import { startInstance } from '../n8n/instance/startInstance';
import { recordInvoices } from './recording/invoices';
import { Recorder } from './recording/recorder';

/** The longest and largest acceptable recording, in seconds and bytes. */
const LONGEST = 15;
const LARGEST = 1_500_000;

/** Makes the recording in the README. */
async function record(cleanup: Cleanup): Promise<boolean> {
	const page = await openBrowser(cleanup);
	await page.setViewportSize({ width: 1200, height: 675 });
	const { server } = await startInstance(cleanup, showcase);
	const editor = new Editor(page, server.url);
	await editor.signIn();
	await editor.openWorkflow(emptyWorkflowId);
	const recorder = new Recorder(editor);
	await step('Record', async () => await recordInvoices(page, recorder));
	const path = join(docsFolder, 'recording.gif');
	const size = await recorder.write(path);
	const seconds = recorder.duration / 1000;
	console.log(`${relative(packageFolder, path)}: ${seconds} s, ${size} bytes`);
	return seconds <= LONGEST && size <= LARGEST;
}

void runProgram(record);
