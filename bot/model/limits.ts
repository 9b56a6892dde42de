/** What keeps a slow, dear or broken model from harming the desk: a budget for each tenant, and a breaker for all. */

/** Epoch milliseconds. */
type Clock = () => number;

const HOUR = 3_600_000;

export interface Budget {
  /** Takes one call of the tenant's hour; false where none is left. */
  take(tenant: string): boolean;
}

/** So many calls for each tenant in each hour of the clock; kept in memory, so a restart begins anew. */
export function createBudget(callsPerHour: number, now: Clock): Budget {
  const spent = new Map<string, number>();
  let hour = -1;
  return {
    take(tenant) {
      const current = Math.floor(now() / HOUR);
      if (current !== hour) spent.clear();
      hour = current;
      const count = spent.get(tenant) ?? 0;
      if (count >= callsPerHour) return false;
      spent.set(tenant, count + 1);
      return true;
    },
  };
}

export interface Breaker {
  /** Whether the model may be asked now; after a rest it lets one call through to try. */
  readonly admits: () => boolean;
  readonly succeeded: () => void;
  readonly failed: () => void;
}

const MOST_FAILURES = 3;
const REST = 60_000;

/** Opens after three failures in a row and lets one call try again after a minute of rest. */
export function createBreaker(now: Clock): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    admits() {
      if (now() < openUntil) return false;
      // Whoever comes next tries; the others wait until that has been decided.
      if (failures >= MOST_FAILURES) openUntil = now() + REST;
      return true;
    },
    succeeded() {
      failures = 0;
      openUntil = 0;
    },
    failed() {
      failures += 1;
      if (failures >= MOST_FAILURES) openUntil = now() + REST;
    },
  };
}
