import { tryTools } from './tryTools';
import { sharedWorld } from './world';

tryTools(sharedWorld({ corlega: { limit: null } }));
