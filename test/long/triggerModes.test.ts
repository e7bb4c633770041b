import { runTogether } from '../quick/room';

// In all modes of n8n's scheduler; `npm test` has one.
runTogether(['account', 'events', 'state', 'total'].map((file) => `engine/trigger/${file}`));
