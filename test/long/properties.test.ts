import { room } from '../quick/room';

// Some of these measure real waits.
jest.unmock('n8n-workflow');

// With all random cases; `npm test` has a few.
room('properties/**');
