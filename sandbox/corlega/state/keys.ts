import type { Random } from '../../data/random';
import { corlegaId } from './seed';

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export interface ApiKey {
	apiKeyId: string;
	/** `corlega_` and 32 url-safe characters. */
	key: string;
	scopes: readonly string[];
}

export class ApiKeys {
	private readonly byKey = new Map<string, ApiKey>();

	constructor(private readonly random: Random) {}

	add(scopes: readonly string[]): string {
		if (scopes.length === 0) throw new RangeError('A Corlega key has at least one scope.');
		const key = `corlega_${this.random.characters(32, urlSafe)}`;
		this.byKey.set(key, { apiKeyId: corlegaId(this.random), key, scopes });
		return key;
	}

	/** @param authorization the whole Authorization header */
	find(authorization: string | undefined): ApiKey | undefined {
		return this.byKey.get(bearerToken(authorization) ?? '');
	}
}

/** The word Bearer may be in any letter case (RFC 7235). */
export const bearerToken = (authorization = ''): string | undefined =>
	/^bearer +(\S+)$/i.exec(authorization)?.[1];

/** Whether scopes such as `contacts.read`, `contacts.*` and `*` grant the one needed. */
export function grants(scopes: readonly string[], needed: string): boolean {
	const whole = `${needed.slice(0, needed.indexOf('.'))}.*`;
	return scopes.some((scope) => scope === needed || scope === whole || scope === '*');
}
