import { room } from './room';

room('engine/cor');
