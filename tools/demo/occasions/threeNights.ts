import type { Sandbox } from '../../../sandbox';
import { execute, type Result } from '../../n8n/content/execution';
import type { Instance } from '../../n8n/instance/startInstance';
import { contactIn, listOf } from './inboxify';

const NIGHTLY = 'corlegaNewslett1';
const CLEAN_UP = 'inboxifyCleanUp1';
const NIGHTS = 3;

function optOut(sandbox: Sandbox): string[] {
	const list = listOf(sandbox);
	const customers = sandbox.corlega.contacts.rows.filter(
		({ type, email }) => type === 'business' && email && String(email).length <= 50,
	);
	const emails = customers.slice(-3).map(({ email }) => String(email));
	const [longAgo, lately, bouncing] = emails.map((email) => contactIn(list, email));
	longAgo.registrationDate = '2020-01-01T00:00:00';
	longAgo.unsubscribed = lately.unsubscribed = true;
	bouncing.bounced = true;
	return emails;
}

const subscribed = (sandbox: Sandbox, emails: string[]): string[] =>
	emails.filter((email) => {
		const contact = listOf(sandbox).contacts.get(email);
		return contact !== undefined && !contact.unsubscribed && !contact.bounced;
	});

/**
 * Runs the examples that delete opt-outs and add customers for three nights.
 * @returns undefined when the demo doesn't have these examples
 */
export async function threeNights({
	sandbox,
	session,
	workflows,
}: Instance): Promise<Result | undefined> {
	const [cleanUp, nightly] = [CLEAN_UP, NIGHTLY].map((wanted) =>
		workflows.find(({ id }) => id === wanted),
	);
	if (!cleanUp || !nightly) return undefined;
	const emails = optOut(sandbox);
	const problems: string[] = [];
	let last: Result | undefined;
	for (let night = 1; night <= NIGHTS; night++) {
		for (const workflow of [cleanUp, nightly]) {
			last = await execute(session, workflow, '');
			if (last.error) problems.push(last.error);
			const found = subscribed(sandbox, emails);
			if (found.length > 0) problems.push(`night ${night}: ${found.join(', ')} are subscribed`);
		}
	}
	if (listOf(sandbox).contacts.has(emails[0])) problems.push(`${emails[0]} was not deleted`);
	const error = problems.length > 0 ? problems.join('; ') : undefined;
	return {
		...last!,
		workflow: 'Three nights: nobody who opted out is subscribed again',
		status: error ? 'error' : last!.status,
		error,
	};
}
