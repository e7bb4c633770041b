import type { Sandbox } from '../../../../sandbox';
import { corScene } from './cor';
import { type CorlegaEvent, corlegaScene } from './corlega';
import { inboxifyScene } from './inboxify';
import type { MakeScene, Scene } from './scene';

export type { Scene } from './scene';

const contactCreated: CorlegaEvent = ['contactCreated', 'contacts', 'created'];
const contactUpdated: CorlegaEvent = ['contactUpdated', 'contacts', 'updated'];
const quoteCreated: CorlegaEvent = ['quoteCreated', 'quotes', 'created'];
const quoteUpdated: CorlegaEvent = ['quoteUpdated', 'quotes', 'updated'];
const quoteStatusChanged: CorlegaEvent = ['quoteStatusChanged', 'quotes', 'statusChanged'];
const invoiceCreated: CorlegaEvent = ['invoiceCreated', 'invoices', 'created'];
const invoiceUpdated: CorlegaEvent = ['invoiceUpdated', 'invoices', 'updated'];
const invoiceStatusChanged: CorlegaEvent = ['invoiceStatusChanged', 'invoices', 'statusChanged'];

const scenes = {
	contactCreated: corlegaScene(contactCreated),
	contactUpdated: corlegaScene(contactUpdated),
	quoteCreated: corlegaScene(quoteCreated),
	quoteUpdated: corlegaScene(quoteUpdated),
	quoteStatusChanged: corlegaScene(quoteStatusChanged),
	invoiceCreated: corlegaScene(invoiceCreated),
	invoiceUpdated: corlegaScene(invoiceUpdated),
	invoiceStatusChanged: corlegaScene(invoiceStatusChanged),
	'two events of one list of Corlega': corlegaScene(quoteCreated, quoteStatusChanged),
	'events of three lists of Corlega': corlegaScene(
		contactCreated,
		contactUpdated,
		quoteStatusChanged,
		invoiceUpdated,
	),
	contactAdded: inboxifyScene('contactAdded'),
	contactBounced: inboxifyScene('contactBounced'),
	contactUnsubscribed: inboxifyScene('contactUnsubscribed'),
	'two events of Inboxify': inboxifyScene('contactAdded', 'contactUnsubscribed'),
	'all events of Inboxify': inboxifyScene('contactAdded', 'contactBounced', 'contactUnsubscribed'),
	organisationAdded: corScene('organisationAdded'),
	organisationChanged: corScene('organisationChanged'),
	organisationWithdrawn: corScene('organisationWithdrawn'),
	'all events of COR': corScene(
		'organisationAdded',
		'organisationChanged',
		'organisationWithdrawn',
	),
} satisfies Record<string, MakeScene>;

export type EventName = keyof typeof scenes;

/** All events of all triggers, alone and several in one. */
export const events = Object.keys(scenes) as EventName[];

/** One event of a trigger or several, with what can happen there. */
export const sceneOf = (sandbox: Sandbox, event: EventName): Scene => scenes[event](sandbox);
