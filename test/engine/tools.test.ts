import { tryTools } from './tryTools';
import { sharedWorld } from '../../tools/engine/world';

tryTools(sharedWorld({ corlega: { limit: null } }));
