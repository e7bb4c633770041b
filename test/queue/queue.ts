import { startSandbox } from '../../sandbox';
import { publish } from '../../tools/n8n/content/saved';
import { installN8n } from '../../tools/n8n/instance/install';
import { installPackage } from '../../tools/n8n/instance/package';
import { makeUserFolder } from '../../tools/n8n/instance/environment';
import { type Cleanup, runProgram } from '../../tools/lib/cleanup';
import { runBatches } from './calls';
import { Killing, startCluster } from './cluster';
import { type Contact, makeLedger, readTold } from './ledger/ledger';
import { problemsOf, readRepeat, toMarkdown } from './ledger/report';
import { makeBatches } from './rows';
import { startServices } from './services';
import { LIMIT, readSettings } from './settings';
import { createWorkflow, repeatWorkflow } from './workflows';

/** Milliseconds per answer, so that some requests are in flight when the worker is killed. */
const LATENCY = 100;

/** Lost answers, after the worker was killed. */
const LOST_ANSWERS = 10;

/** Creates 2,000 contacts in queue mode, kills a worker, and checks n8n's reports on them. */
async function queue(cleanup: Cleanup): Promise<boolean> {
	const { kill, worker, perWorker, saveProgress } = readSettings();
	const { signal } = cleanup;
	await installN8n(signal);
	const services = await startServices(cleanup);
	const userFolder = await makeUserFolder(cleanup);
	await installPackage(userFolder, signal);
	const sandbox = await startSandbox({
		corlega: { contacts: 0, limit: LIMIT },
		latency: LATENCY,
	});
	cleanup.add(async () => await sandbox.close());
	const { corlega } = sandbox;
	const credential = {
		...corlega.credential,
		data: { ...corlega.credential.data, requestsPerMinute: String(perWorker) },
	};
	const workflows = [createWorkflow(credential), repeatWorkflow(credential)];
	const content = { credentials: [credential], workflows };
	const settings = { ...services, EXECUTIONS_DATA_SAVE_ON_PROGRESS: String(saveProgress) };
	const cluster = await startCluster(userFolder, settings, content, cleanup);
	for (const { id } of workflows) await publish(cluster.session, id);

	const contacts = (): readonly Contact[] => corlega.contacts.rows;
	const progress = () => `${contacts().length} contacts`;
	const [create, repeat] = workflows.map(({ id }) => id);
	const killing = new Killing(cluster.workers[worker - 1], kill, sandbox);
	corlega.faults.push({
		match: { method: 'POST', path: /^\/contacts$/ },
		skip: kill + 100,
		times: LOST_ANSWERS,
		drop: 'after',
	});

	const batches = makeBatches();
	const started = Date.now();
	const title = `Create contacts, kill worker ${worker} after ${kill}`;
	const run = { signal, progress };
	const executions = await runBatches(title, cluster, create, batches, run);
	const seconds = Math.round((Date.now() - started) / 1000);
	const reports = executions.map(readTold);
	const ledger = makeLedger(batches, reports, contacts());
	const refused = corlega.requests.filter(({ status }) => status === 429).length;

	const again = await runBatches('Run again what is open', cluster, repeat, ledger.open, run);
	const outcome = {
		ledger,
		lost: reports.filter(({ reported }) => reported === undefined),
		killed: await killing.executions(),
		killedAt: killing.at,
		killedAfter: kill,
		refused,
		repeat: readRepeat(batches, ledger, again.map(readTold), contacts()),
		seconds,
	};
	console.log(toMarkdown(outcome));
	const problems = problemsOf(outcome);
	for (const problem of problems) console.log(`\nWRONG: ${problem}`);
	return problems.length === 0;
}

void runProgram(queue);
