/** Raises what an older release wrote to the form that this one reads; nothing is rewritten until the next save. */
export type Migration = (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * The steps in order, for ever: the first raises `aggregate/1` to `aggregate/2`, the next that to `aggregate/3`. To
 * change the form of an envelope, change its schema and append a step; never change one that has been released.
 */
export const envelopeMigrations: readonly Migration[] = [];
