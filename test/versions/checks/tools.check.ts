import { tryTools } from '../../engine/tryTools';
import { reachableWorld } from './reachableWorld';

const world = reachableWorld();

describe('Tools of an AI Agent', () => tryTools(world));
