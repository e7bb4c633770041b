import type * as FakeClock from '../fakeClock';

// Nothing waits for an interval or a limit: the clock jumps ahead instead.
jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../fakeClock').workflowWithFakeClock(),
);
