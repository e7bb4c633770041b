import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { asn1, md, pkcs12, pki, util } from 'node-forge';

export interface CertificateAndKey {
	/** PEM. */
	certificate: string;
	/** PEM, PKCS#8. */
	privateKey: string;
}

export interface Certificates {
	/** PEM; it signed the certificates of the server and of the known client. */
	ca: string;
	/** For localhost, 127.0.0.1 and ::1. */
	server: CertificateAndKey;
	client: CertificateAndKey;
	/** The same client; its key encrypted with AES-256. */
	encryptedClient: CertificateAndKey & { passphrase: string };
	/** The same client as PKCS#12 in base64, encrypted with AES-256. */
	pfx: { pfx: string; passphrase: string };
	/** A client whose authority the server does not know. */
	unknownClient: CertificateAndKey;
}

interface KeyPair {
	publicKey: string;
	privateKey: string;
}

const passphrase = 'sandbox-wachtwoord';
const day = 86_400_000;
const generate = promisify(generateKeyPair);
const made = new Map<number, Promise<Certificates>>();

/** Makes them once in a process. @param clientValidDays 0 or less for an expired certificate */
export async function makeCertificates(clientValidDays = 365): Promise<Certificates> {
	if (!made.has(clientValidDays)) made.set(clientValidDays, make(clientValidDays));
	return await made.get(clientValidDays)!;
}

async function make(clientValidDays: number): Promise<Certificates> {
	const [authorityKeys, serverKeys, clientKeys, unknownKeys] = await Promise.all(
		Array.from({ length: 4 }, newKeyPair),
	);
	const authority = { name: 'Sandbox CA', keys: authorityKeys };
	const unknown = { name: 'Sandbox Unknown CA', keys: unknownKeys };
	// A certificate of PKIoverheid holds the OIN as the serial number of its subject.
	const subject = [
		{ name: 'commonName', value: 'client.sandbox.example' },
		{ name: 'organizationName', value: 'Gemeente Test' },
		{ name: 'serialNumber', value: '00000001234567891000' },
		{ name: 'countryName', value: 'NL' },
	];
	const forClient = [{ name: 'extKeyUsage', clientAuth: true }];
	const serverNames = [
		{ type: 2, value: 'localhost' },
		{ type: 7, ip: '127.0.0.1' },
		{ type: 7, ip: '::1' },
	];
	const certificate = sign(authority, clientKeys, subject, clientValidDays, forClient);
	const client = { certificate, privateKey: clientKeys.privateKey };
	let encryptedKey: string | undefined;
	let pfx: string | undefined;
	return {
		ca: sign(authority, authorityKeys, nameOf(authority), 3650, [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
		]),
		server: {
			certificate: sign(authority, serverKeys, [{ name: 'commonName', value: 'localhost' }], 365, [
				{ name: 'extKeyUsage', serverAuth: true },
				{ name: 'subjectAltName', altNames: serverNames },
			]),
			privateKey: serverKeys.privateKey,
		},
		client,
		// Forge takes a second for each of these, and most tests use neither.
		get encryptedClient() {
			encryptedKey ??= pki.encryptRsaPrivateKey(
				pki.privateKeyFromPem(client.privateKey),
				passphrase,
				{ algorithm: 'aes256' },
			);
			return { certificate, privateKey: encryptedKey, passphrase };
		},
		get pfx() {
			pfx ??= toPfx(client);
			return { pfx, passphrase };
		},
		unknownClient: {
			certificate: sign(unknown, unknownKeys, subject, 365, forClient),
			privateKey: unknownKeys.privateKey,
		},
	};
}

interface Authority {
	name: string;
	keys: KeyPair;
}

let lastSerialNumber = 0;

function sign(
	authority: Authority,
	{ publicKey }: KeyPair,
	subject: pki.CertificateField[],
	validDays: number,
	extensions: object[],
): string {
	const certificate = pki.createCertificate();
	certificate.publicKey = pki.publicKeyFromPem(publicKey);
	certificate.serialNumber = (++lastSerialNumber).toString(16).padStart(4, '0');
	const notAfter = Date.now() + validDays * day;
	certificate.validity.notAfter = new Date(notAfter);
	certificate.validity.notBefore = new Date(Math.min(Date.now(), notAfter) - 3650 * day);
	certificate.setSubject(subject);
	certificate.setIssuer(nameOf(authority));
	certificate.setExtensions(extensions);
	certificate.sign(pki.privateKeyFromPem(authority.keys.privateKey), md.sha256.create());
	return pki.certificateToPem(certificate);
}

function nameOf({ name }: Authority): pki.CertificateField[] {
	return [{ name: 'commonName', value: name }];
}

function toPfx({ certificate, privateKey }: CertificateAndKey): string {
	const store = pkcs12.toPkcs12Asn1(
		pki.privateKeyFromPem(privateKey),
		[pki.certificateFromPem(certificate)],
		passphrase,
		{ algorithm: 'aes256' },
	);
	return util.encode64(asn1.toDer(store).getBytes());
}

// Node makes these keys many times faster than forge does.
function newKeyPair(): Promise<KeyPair> {
	return generate('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
}
