import fc from 'fast-check';

/** Cases that each property is tried with. */
const CASES = Number(process.env.PROPERTIES_CASES ?? 1_000);

/** A failure prints its seed; PROPERTIES_SEED tries the same cases again. */
const seed = process.env.PROPERTIES_SEED;

fc.configureGlobal({ numRuns: CASES, ...(seed !== undefined && { seed: Number(seed) }) });

export { fc };
