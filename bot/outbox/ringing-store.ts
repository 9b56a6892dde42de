import type { Store } from '../../src/store/port.ts';

/** The same store; `ring` is called after each save that left messages to be sent, so that they need not wait. */
export const ringingStore = (store: Store, ring: () => void): Store => ({
  load: (key) => store.load(key),
  async save(change) {
    const outcome = await store.save(change);
    if (outcome.kind === 'saved' && (change.messages?.length ?? 0) > 0) ring();
    return outcome;
  },
  resultOf: (key, commandId) => store.resultOf(key, commandId),
  list: (tenant, kind, options) => store.list(tenant, kind, options),
  tenants: (kind) => store.tenants(kind),
  pending: (limit) => store.pending(limit),
  sent: (message) => store.sent(message),
  close: () => store.close(),
});
