import type { Sandbox } from '../../../../sandbox';
import { corScene } from './cor';
import { corlegaScene } from './corlega';
import { inboxifyScene } from './inboxify';
import type { MakeScene, Scene } from './scene';

export type { Scene } from './scene';

const scenes = {
	contactCreated: corlegaScene('contactCreated', 'contacts', 'created'),
	contactUpdated: corlegaScene('contactUpdated', 'contacts', 'updated'),
	quoteCreated: corlegaScene('quoteCreated', 'quotes', 'created'),
	quoteUpdated: corlegaScene('quoteUpdated', 'quotes', 'updated'),
	quoteStatusChanged: corlegaScene('quoteStatusChanged', 'quotes', 'statusChanged'),
	invoiceCreated: corlegaScene('invoiceCreated', 'invoices', 'created'),
	invoiceUpdated: corlegaScene('invoiceUpdated', 'invoices', 'updated'),
	invoiceStatusChanged: corlegaScene('invoiceStatusChanged', 'invoices', 'statusChanged'),
	contactAdded: inboxifyScene('contactAdded'),
	contactBounced: inboxifyScene('contactBounced'),
	contactUnsubscribed: inboxifyScene('contactUnsubscribed'),
	organisationAdded: corScene('organisationAdded'),
	organisationChanged: corScene('organisationChanged'),
	organisationWithdrawn: corScene('organisationWithdrawn'),
} satisfies Record<string, MakeScene>;

export type EventName = keyof typeof scenes;

/** All events of all triggers. */
export const events = Object.keys(scenes) as EventName[];

/** Events that tell what has come to be in a list. */
export const presences = [
	'contactCreated',
	'quoteCreated',
	'invoiceCreated',
	'contactAdded',
	'contactBounced',
	'contactUnsubscribed',
	'organisationAdded',
] as const satisfies EventName[];

/** One event of a trigger, with what can happen there. */
export const sceneOf = (sandbox: Sandbox, event: EventName): Scene => scenes[event](sandbox);
