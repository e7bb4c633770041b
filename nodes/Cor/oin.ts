import type { IDataObject } from 'n8n-workflow';

/** The numbers that an organisation can be found by. */
export type NumberKind = 'oin' | 'kvkNumber' | 'rsin';

/** Prefixes of an OIN say which register its number is from (Logius' standard of the OIN). */
export const RSIN_PREFIX = '00000001';
export const KVK_PREFIX = '00000003';

/** The number that an OIN is made of: a KvK number of 8 digits, or an RSIN or fiscal number of 9. */
export function numberIn(oin: string): { kvkNumber?: string; rsin?: string } {
	if (oin.startsWith(KVK_PREFIX)) return { kvkNumber: oin.slice(8, 16) };
	return /^0000000[12]/.test(oin) ? { rsin: oin.slice(8, 17) } : {};
}

/** Numbers that a simplified organisation is known by: its own and those in its OIN. */
export function numbersOf(organisation: IDataObject): Record<NumberKind, string[]> {
	const oin = oinOf(organisation);
	const { kvkNumber, rsin } = numberIn(oin);
	const kvkNumbers = new Set([organisation.kvkNummer, kvkNumber].filter(Boolean).map(String));
	return { oin: [oin], kvkNumber: [...kvkNumbers], rsin: rsin === undefined ? [] : [rsin] };
}

/** The OIN of a simplified organisation, as `checkOin` returns one. */
export const oinOf = ({ oin }: IDataObject): string => String(oin).toUpperCase();
