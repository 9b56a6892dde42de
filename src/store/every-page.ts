import type { Page, Store } from './port.ts';

interface Listed {
  readonly where?: { readonly field: string; readonly value: string } | undefined;
  /** The most that one page holds. */
  readonly limit: number;
}

/** The items of `Store.list` page by page, so that never more than one page of them is held. */
export async function* everyPage(
  store: Pick<Store, 'list'>,
  tenant: string,
  kind: string,
  { where, limit }: Listed,
): AsyncGenerator<Page['items']> {
  let after: string | undefined;
  do {
    const page = await store.list(tenant, kind, {
      limit,
      ...(where === undefined ? {} : { where }),
      ...(after === undefined ? {} : { after }),
    });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}
