import { countOperation } from '../../../shared/node/count';
import type { RecordKind } from './record.kind';

export const countRecords = ({ plural }: RecordKind) =>
	countOperation(plural, () => ({ path: [plural] }));
