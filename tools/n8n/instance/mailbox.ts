import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Cleanup } from '../../lib/cleanup';
import { until } from '../../lib/until';
import type { Companion } from './session';

const host = '127.0.0.1';

/** A mail server on loopback, which stores messages and forwards none. */
export class Mailbox {
	/** Called with each message that comes in. */
	onMessage: (email: Email) => void = () => {};

	private readonly received: Email[] = [];

	private constructor(private readonly server: SMTPServer) {}

	static async open(cleanup: Cleanup): Promise<Mailbox> {
		const server: SMTPServer = new SMTPServer({
			disabledCommands: ['STARTTLS'],
			authOptional: true,
			allowInsecureAuth: true,
			onAuth: (_auth, _session, accept) => accept(null, { user: 'demo' }),
			onData(stream, _session, accept) {
				void text(stream)
					.then(async (message) => mailbox.keep(await PostalMime.parse(message)))
					.then(() => accept(), accept);
			},
		});
		const mailbox = new Mailbox(server);
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(0, host, () => resolve());
		});
		// A client that hangs up in the middle of a message is no reason to end.
		server.on('error', () => {});
		cleanup.add(async () => await new Promise<void>((resolve) => server.close(resolve)));
		return mailbox;
	}

	private keep(email: Email): void {
		this.received.push(email);
		this.onMessage(email);
	}

	get port(): number {
		return (this.server.server.address() as AddressInfo).port;
	}

	/** For n8n's Send Email node. */
	get credential(): Companion {
		return {
			id: 'smtpAccount00001',
			name: 'SMTP account',
			type: 'smtp',
			data: {
				user: 'demo',
				password: 'demo',
				host,
				port: this.port,
				secure: false,
				disableStartTls: true,
			},
		};
	}

	/** Removes and returns a message that has arrived. @param subject a part of its subject */
	takeIfThere(subject: string): Email | undefined {
		const at = this.received.findIndex((email) => email.subject?.includes(subject));
		return at < 0 ? undefined : this.received.splice(at, 1)[0];
	}

	/** Waits for a message, and removes it. @throws Error when none comes within a minute */
	async take(subject: string): Promise<Email> {
		const find = () => this.takeIfThere(subject);
		return await until(`an e-mail "${subject}"`, find, { seconds: 60 });
	}
}
