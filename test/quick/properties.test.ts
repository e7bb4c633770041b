import { room } from './room';

room('properties/**');
