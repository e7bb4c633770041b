/** How n8n saves a trigger's state between polls. */
export interface Mode {
	name: string;
	env: NodeJS.ProcessEnv;
}

/** n8n's scheduler in its database, with a pass every second. */
const scheduler: NodeJS.ProcessEnv = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

export const modes: Mode[] = [
	// Kept in memory; saved when the workflow is activated and with what is emitted.
	{ name: 'default', env: {} },
	// Saved after every poll, together with what it emitted.
	{ name: 'cursors', env: { ...scheduler, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' } },
	// Read from the database for every poll, saved only with what is emitted.
	{ name: 'scheduler', env: { ...scheduler, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'false' } },
];
