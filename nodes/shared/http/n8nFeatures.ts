import * as n8nWorkflow from 'n8n-workflow';

/** Whether n8n sends client certificates for nodes: from 2.20 on, which also brought this name. */
export const sendsCertificates = (): boolean => 'getCredentialAllowedDomains' in n8nWorkflow;

/** Whether JSON of `error` and `details` is an error item: from 2.37 on, which also brought this name. */
export const knowsDetails = (): boolean => 'TIMED_CAUSES' in n8nWorkflow;
