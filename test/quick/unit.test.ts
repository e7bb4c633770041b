import { realClock } from './files';
import { room, runTogether } from './room';

// Some of these measure real waits, or try other versions of n8n-workflow.
jest.unmock('n8n-workflow');

room('unit/**', 'properties/**', 'queue/**');
runTogether(realClock);
