/** How much of a large test runs: small within `npm test`, whole by `npm run test:long`. */
export const full = process.env.DESK_TEST_SIZE === 'full';

/** The number of cases for this run. */
export const size = (small: number, whole: number): number => (full ? whole : small);
