import { enc, HmacSHA256 } from 'crypto-js';

/** Both documented ways to authenticate. Remembers the salts that were used. */
export class Authentication {
	private readonly usedSalts = new Set<string>();

	constructor(private readonly account: { apiKey: string; secretKey: string }) {}

	/** Why a request is refused. Its salt is spent, whatever becomes of the request. */
	problemOf(headers: Record<string, string>): string | undefined {
		const { apikey, salt, signature, authorization } = headers;
		if (apikey === undefined && salt === undefined && signature === undefined) {
			return this.problemOfBasic(authorization);
		}
		if (apikey !== this.account.apiKey) return 'Unknown apikey.';
		if (!salt) return 'The salt is missing.';
		if (this.usedSalts.has(salt)) return 'The salt was used before.';
		this.usedSalts.add(salt);
		return this.problemOfSignature(salt, signature);
	}

	private problemOfBasic(authorization: string | undefined): string | undefined {
		if (authorization === undefined) return 'Authentication is missing.';
		const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
		if (!encoded) return 'The Authorization header is not Basic.';
		const { apiKey, secretKey } = this.account;
		const right = Buffer.from(encoded, 'base64').toString() === `${apiKey}:${secretKey}`;
		return right ? undefined : 'Unknown API key or secret key.';
	}

	private problemOfSignature(salt: string, signature: string | undefined): string | undefined {
		if (!signature) return 'The signature is missing.';
		if (/[+/=]/.test(signature)) return 'The signature is not URL-encoded.';
		// Not the client's implementation, so that a mistake in that is not repeated here.
		const expected = HmacSHA256(salt, this.account.secretKey).toString(enc.Base64);
		return decoded(signature) === expected ? undefined : 'The signature is wrong.';
	}
}

/** The API key in a request, valid or not. */
export function keyOf({ apikey, authorization }: Record<string, string>): string | undefined {
	if (apikey !== undefined || authorization === undefined) return apikey;
	const pair = Buffer.from(authorization.replace(/^basic +/i, ''), 'base64').toString();
	const colon = pair.indexOf(':');
	return colon === -1 ? undefined : pair.slice(0, colon);
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
