/** A store whose user can die at any call, before it takes effect or after it, without hearing of either. */
import type { Message, Save, Store } from '../../src/store/port.ts';

export interface MortalStore {
  readonly store: Store;
  /** Dies at the call with that number from now on: 1 is the next one. With `save`, only saves are counted. */
  dieAt(call: number, effect: 'done' | 'not-done', counted?: 'all' | 'save'): void;
  readonly isDead: () => boolean;
  /** Resolves when it has died. */
  readonly dead: Promise<void>;
}

const never = (): Promise<never> => new Promise(() => {});

export function mortal(inner: Store): MortalStore {
  const { promise: dead, resolve: die } = Promise.withResolvers<void>();
  let left = Number.POSITIVE_INFINITY;
  let effect: 'done' | 'not-done' = 'done';
  let counted: 'all' | 'save' = 'all';
  let isDead = false;

  async function call<Result>(work: () => Promise<Result>, what?: 'save'): Promise<Result> {
    if (isDead) return never();
    if (counted === 'all' || what === counted) left -= 1;
    if (left > 0) return work();
    isDead = true;
    if (effect === 'done') await work();
    die();
    return never();
  }

  return {
    store: {
      load: (key) => call(() => inner.load(key)),
      save: (change) => call(() => inner.save(change), 'save'),
      resultOf: (key, id) => call(() => inner.resultOf(key, id)),
      list: (tenant, kind, options) => call(() => inner.list(tenant, kind, options)),
      tenants: (kind) => call(() => inner.tenants(kind)),
      pending: (limit) => call(() => inner.pending(limit)),
      sent: (message) => call(() => inner.sent(message)),
      close: async () => {},
    },
    dieAt(number, what, which = 'all') {
      left = number;
      effect = what;
      counted = which;
    },
    isDead: () => isDead,
    dead,
  };
}

/** The store with everybody told of each message that was really saved. */
export function overheard(inner: Store, hear: (message: Message) => void): Store {
  return {
    load: (key) => inner.load(key),
    async save(change: Save) {
      const outcome = await inner.save(change);
      if (outcome.kind === 'saved') for (const message of change.messages ?? []) hear(message);
      return outcome;
    },
    resultOf: (key, id) => inner.resultOf(key, id),
    list: (tenant, kind, options) => inner.list(tenant, kind, options),
    tenants: (kind) => inner.tenants(kind),
    pending: (limit) => inner.pending(limit),
    sent: (message) => inner.sent(message),
    close: () => inner.close(),
  };
}
