import { room } from './room';

room('unit/**', 'queue/**');
