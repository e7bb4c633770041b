import type { IDataObject } from 'n8n-workflow';

const locator = (mode: string, value: string): IDataObject => ({ __rl: true, mode, value });
export const byId = (value: string): IDataObject => locator('id', value);
export const byEmail = (value: string): IDataObject => locator('email', value);
export const byName = (value: string): IDataObject => locator('name', value);
