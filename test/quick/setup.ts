import type * as FakeClock from '../fakeClock';

process.env.PROPERTIES_CASES ??= '25';
process.env.TRIGGER_MODE ??= 'default';

// Nothing waits for an interval or a limit: the clock jumps ahead instead.
jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../fakeClock').workflowWithFakeClock(),
);
