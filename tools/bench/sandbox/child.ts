import { createBirpc } from 'birpc';
import { commands } from './commands';

// The sandbox, in a process of its own: what it computes is not counted as the client's.
createBirpc(commands, {
	post: (message) => process.send!(message),
	on: (listener) => process.on('message', listener),
});

process.once('disconnect', () => process.exit());
