import { longRooms } from '../quick/files';
import { runTogether } from '../quick/room';

runTogether(longRooms.hostile);
