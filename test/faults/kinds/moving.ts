import type { FaultKind, Planting } from './kind';

type Move = 'leave' | 'join' | 'joinFront';

function moving(name: string, moves: Move[]): FaultKind {
	return {
		name,
		weight: 5,
		appliesTo: ({ name: operation, group, node }) =>
			group === 'list' && (node !== 'inboxify' || operation === 'contact.getAll'),
		plant({ random, prepared, movement, operation }: Planting) {
			const { movable } = prepared;
			const first = random.between(1, 4);
			const last = random.pick([first, first, first + 2, 1000]);
			const times = random.pick([1, 1, 2, 5]);
			let requests = 0;
			let joined = 0;
			const act: Record<Move, () => void> = {
				leave() {
					const ids = movable!.ids();
					if (ids.length === 0) return;
					// Mostly from the part that has been read: that moves all that comes after it.
					const id =
						ids[
							random.between(0, random.chance(70) ? Math.min(29, ids.length - 1) : ids.length - 1)
						];
					movable!.remove(id);
					movement.left.add(id);
				},
				join() {
					const id = `9${operation.node.length}${String(++joined).padStart(18, '0')}`;
					movement.joined.add(id);
					movable!.add(id, 'end');
				},
				joinFront() {
					const id = `8${operation.node.length}${String(++joined).padStart(18, '0')}`;
					movement.joined.add(id);
					movable!.add(id, 'front');
				},
			};
			return {
				onRequest({ path }) {
					if (path.endsWith('/laatsteWijziging')) return;
					const number = requests++;
					if (number < first || number > last) return;
					for (let left = times; left > 0; left--) for (const move of moves) act[move]();
				},
				note: `${times} at each request from ${first} to ${last}`,
			};
		},
	};
}

export const movingKinds: FaultKind[] = [
	moving('records leave', ['leave']),
	moving('records join', ['join']),
	moving('records join in front', ['joinFront']),
	moving('records leave and join', ['leave', 'join']),
	moving('records leave and join in front', ['leave', 'joinFront']),
];
