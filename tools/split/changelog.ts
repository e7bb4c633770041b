import type { NodeServiceName } from '../engine/services';
import { blocksOf, textOf, withoutEmptySections, type Block } from './markdown';
import { concernsWhole, servicesIn } from './names';

const WIDTH = 100;

/** An item's words in lines of at most 100 characters. */
function wrap(words: string[]): string {
	const lines: string[] = [];
	for (const word of words) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + word.length <= WIDTH) {
			lines[lines.length - 1] = `${line} ${word}`;
		} else {
			lines.push(lines.length === 0 ? `- ${word}` : `  ${word}`);
		}
	}
	return lines.join('\n');
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The part of an item that concerns a service; undefined where nothing does. */
export function itemFor(item: string, service: NodeServiceName): string | undefined {
	const text = item
		.replace(/^\s*- /, '')
		.replace(/\s+/g, ' ')
		.replace(/\.$/, '');
	const [, lead, rest] = /^([^;:.]{1,60}): (.*)$/.exec(text) ?? [undefined, '', text];
	const topics = servicesIn(lead);
	if (topics.length > 0 && !topics.includes(service)) return undefined;
	const isMixed = servicesIn(text).some((name) => name !== service);
	// Without a topic in common a clause without a name goes on with the one before it.
	const isAbout = (clause: string) => {
		const services = servicesIn(clause);
		return services.includes(service) || (services.length === 0 && (lead !== '' || !isMixed));
	};
	const clauses = rest.split('; ').filter((clause) => !concernsWhole(clause) && isAbout(clause));
	if (clauses.length === 0) return undefined;
	const kept = clauses.join('; ');
	return lead ? `${lead}: ${kept}.` : `${capitalized(kept)}.`;
}

function blockFor(block: Block, service: NodeServiceName): Block[] {
	if (block.kind !== 'item') return [block];
	const text = itemFor(block.text, service);
	return text === undefined ? [] : [{ ...block, text: wrap(text.split(' ')) }];
}

/** The changelog of a package of one service: what concerns it, and what concerns all. */
export function changelogFor(changelog: string, service: NodeServiceName): string {
	const blocks = blocksOf(changelog).flatMap((block) => blockFor(block, service));
	return textOf(withoutEmptySections(blocks));
}
