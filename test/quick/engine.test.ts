import { room } from './room';

room('engine', 'engine/dryRun', 'engine/errors', 'engine/lists', 'engine/operations');
