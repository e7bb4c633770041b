import type { IDataObject } from 'n8n-workflow';

const locator = (mode: string, value: string): IDataObject => ({ __rl: true, mode, value });

/** A resource locator's value, typed by id. */
export const byId = (value: string): IDataObject => locator('id', value);

/** A resource locator's value, typed as an e-mail address. */
export const byEmail = (value: string): IDataObject => locator('email', value);

/** A resource locator's value, typed by name. */
export const byName = (value: string): IDataObject => locator('name', value);
