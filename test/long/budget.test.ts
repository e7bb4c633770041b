import { longRooms } from '../quick/files';
import { runTogether } from '../quick/room';

// The time that n8n gives a poll passes by itself.
jest.unmock('n8n-workflow');

runTogether(longRooms.budget);
