import { createHmac, randomUUID } from 'node:crypto';

/**
 * The three headers of Inboxify's signature based authentication (appendix 1 of its document):
 * `signature` is the base64 of HMAC-SHA256 over the salt, keyed with the secret key, and
 * percent-encoded (RFC 3986: %2B, %2F, %3D).
 * @param salt used once only; Inboxify may refuse it when it comes again
 */
export function signatureHeaders(apiKey: string, secretKey: string, salt: string = randomUUID()) {
	const signature = createHmac('sha256', secretKey).update(salt).digest('base64');
	return { apikey: apiKey, salt, signature: encodeURIComponent(signature) };
}
