import * as n8nWorkflow from 'n8n-workflow';

/**
 * Whether n8n sends client certificates for nodes, as from 2.20 on. The name that this looks for came
 * with that version (2.17 is the one before).
 */
export const sendsCertificates = (): boolean => 'getCredentialAllowedDomains' in n8nWorkflow;

/**
 * Whether n8n takes an item with `error` and `details` for an error item, as from 2.37 on. The name that
 * this looks for came with that version.
 */
export const knowsDetails = (): boolean => 'TIMED_CAUSES' in n8nWorkflow;
