import { room } from './room';

room('engine/credentials', 'hostile', 'sandbox', 'secrets');
