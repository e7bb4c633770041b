import type { IDataObject } from 'n8n-workflow';

/** Yes, however Inboxify writes it: its document shows only `false` in contacts. */
export const isSet = (value: unknown): boolean => /^(true|1)$/i.test(String(value));

export const isUnsubscribed = ({ unsubscribed }: IDataObject): boolean => isSet(unsubscribed);

export const hasBounced = ({ bounced }: IDataObject): boolean => isSet(bounced);
