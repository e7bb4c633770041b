import { contactResource } from './contact';
import { listResource } from './list';
import { tagResource } from './tag';

/** All that the Inboxify node can do, in the order of its dropdown. */
export const resources = [contactResource, listResource, tagResource];
