import { answerKinds } from './answers';
import { garbledKinds } from './garbled';
import type { FaultKind } from './kind';
import { movingKinds } from './moving';
import { networkKinds } from './network';
import { pauseKinds } from './pauses';
import { refusalKinds } from './refusals';

const none: FaultKind = { name: 'none', plant: () => ({ mustPass: true }) };

/** Every kind of fault, and none. */
export const kinds: FaultKind[] = [
	none,
	...networkKinds,
	...garbledKinds,
	...answerKinds,
	...refusalKinds,
	...pauseKinds,
	...movingKinds,
];

export const isMoving = (kind: FaultKind): boolean => movingKinds.includes(kind);
