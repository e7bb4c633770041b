import { room } from './room';

room('engine', 'engine/errors', 'engine/lists', 'engine/operations');
