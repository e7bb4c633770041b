import { room } from './room';

room('engine/corlega', 'engine/inboxify');
