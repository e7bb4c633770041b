import { organisationResource } from './organisation';
import { registerResource } from './register';

/** All that the COR node can do, in the order of its dropdown. */
export const resources = [organisationResource, registerResource];
