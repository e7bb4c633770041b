jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('../fakeClock')>('../fakeClock').workflowWithFakeClock(),
);

import { fakeClock } from './files';
import { runTogether } from './room';

runTogether(fakeClock);
