import type { Random } from '../../data/random';
import { corlegaId } from './seed';

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export interface ApiKey {
	apiKeyId: string;
	/** `corlega_` and 32 url-safe characters. */
	key: string;
	scopes: readonly string[];
}

/** The API keys of the organisation. */
export class ApiKeys {
	private readonly byKey = new Map<string, ApiKey>();

	constructor(private readonly random: Random) {}

	/** @param scopes at least one: the service has no keys without */
	add(scopes: readonly string[]): string {
		if (scopes.length === 0) throw new RangeError('A Corlega key has at least one scope.');
		const key = `corlega_${this.random.characters(32, urlSafe)}`;
		this.byKey.set(key, { apiKeyId: corlegaId(this.random), key, scopes });
		return key;
	}

	/** The key is invalid at once. */
	revoke(key: string): void {
		this.byKey.delete(key);
	}

	/** @param authorization the Authorization header as it came */
	find(authorization: string | undefined): ApiKey | undefined {
		const token = bearerToken(authorization);
		return token === undefined ? undefined : this.byKey.get(token);
	}
}

/** The token of a Bearer header; the word Bearer in any letter case, as RFC 7235 has it. */
export function bearerToken(authorization: string | undefined): string | undefined {
	return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

/**
 * Whether scopes such as `contacts.read`, `contacts.*` and `*` grant the one needed.
 *
 * @param needed a scope without a wildcard
 */
export function grants(scopes: readonly string[], needed: string): boolean {
	const whole = `${needed.slice(0, needed.indexOf('.'))}.*`;
	return scopes.some((scope) => scope === needed || scope === whole || scope === '*');
}
