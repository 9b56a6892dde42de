import type { AggregateKey, Message, Page, Save, Store, Stored } from '../../src/store/port.ts';

export const incident = (id: string, tenant = 'nordlys'): AggregateKey => ({ tenant, kind: 'incident', id });

/** The first save of an aggregate, with whatever differs. */
export const creation = (key: AggregateKey, more: Partial<Save> = {}): Save => ({
  key,
  expected: 0,
  state: { summary: `first of ${key.id}` },
  ...more,
});

export const message = (key: string, body: unknown = { text: key }): Message => ({ key, topic: 'card', body });

type Item = Page['items'][number];

/** All items of a list, page by page. */
export async function everyPage(
  store: Store,
  tenant: string,
  kind: string,
  options: { readonly where?: { readonly field: string; readonly value: string }; readonly limit: number },
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(tenant, kind, after === undefined ? options : { ...options, after });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

export const idsOf = (items: readonly Item[]): string[] => items.map((item) => item.id).sort();

/** Loads, changes and saves until nobody else came in between; answers how often somebody had. */
export async function saveWithRetry(
  store: Store,
  key: AggregateKey,
  change: (stored: Stored | undefined) => Omit<Save, 'key' | 'expected'>,
): Promise<number> {
  for (let conflicts = 0; ; conflicts += 1) {
    const stored = await store.load(key);
    const outcome = await store.save({ ...change(stored), key, expected: stored?.version ?? 0 });
    if (outcome.kind !== 'conflict') return conflicts;
  }
}
