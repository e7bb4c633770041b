import type { FaultKind, Planting } from './kind';

type Move = 'leave' | 'front' | 'end';

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
			const join = (at: 'front' | 'end') => {
				const id = `${at === 'end' ? 9 : 8}${operation.node.length}${String(++joined).padStart(18, '0')}`;
				movement.joined.add(id);
				movable!.add(id, at);
			};
			const leave = () => {
				const ids = movable!.ids();
				if (ids.length === 0) return;
				// Mostly from the part that has been read: that moves all that comes after it.
				const last = ids.length - 1;
				const id = ids[random.between(0, random.chance(70) ? Math.min(29, last) : last)];
				movable!.remove(id);
				movement.left.add(id);
			};
			const act = (move: Move) => (move === 'leave' ? leave() : join(move));
			return {
				onRequest({ path }) {
					if (path.endsWith('/laatsteWijziging')) return;
					const number = requests++;
					if (number < first || number > last) return;
					for (let left = times; left > 0; left--) moves.forEach(act);
				},
				note: `${times} at each request from ${first} to ${last}`,
			};
		},
	};
}

export const movingKinds: FaultKind[] = [
	moving('records leave', ['leave']),
	moving('records join', ['end']),
	moving('records join in front', ['front']),
	moving('records leave and join', ['leave', 'end']),
	moving('records leave and join in front', ['leave', 'front']),
];
