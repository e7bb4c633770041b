import { room } from './room';

room('engine/trigger');
