import { longRooms } from '../quick/files';
import { runTogether } from '../quick/room';

jest.unmock('n8n-workflow');

runTogether(longRooms.releases);
