import { startSandbox } from '../../../sandbox';
import { commandsOf } from './commands';
import type { Message, Reply } from './messages';

const reply = (message: Reply): void => void process.send!(message);

let commands: Record<string, (...args: never[]) => unknown> = {};

// The sandbox, in a process of its own: what it computes is not counted as the client's.
process.on('message', (message: Message) => {
	if ('start' in message) {
		void startSandbox(message.start).then((sandbox) => {
			commands = commandsOf(sandbox);
			reply({ ready: true });
		});
	} else {
		const { id, command, args } = message;
		reply({ id, result: commands[command](...(args as never[])) });
	}
});

process.once('disconnect', () => process.exit());
