import { runTogether } from '../quick/room';

jest.unmock('n8n-workflow');

runTogether(
	['changes', 'events', 'lastPolls', 'presence'].map((file) => `unit/trigger/${file}.property`),
);
