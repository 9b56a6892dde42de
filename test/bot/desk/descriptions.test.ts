import { describe, expect, test } from '@jest/globals';
import { indexDescription, printedClauses } from '../../../bot/desk/descriptions.ts';
import { createClauseSearch } from '../../../src/catalogue/search.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { knowledge } from '../../support/world.ts';

const copy = `2.6 Invented heading on several countries
The invented clause on taxes: whoever moves credits between countries settles the duties alone.

2.7 Invented heading on terms
- Invented point one: honey that nobody used goes to the bears when the year is over.
- Invented point two: sessions may be called off when too few people come.
`;

describe('a customer’s own copy of a description', () => {
  test('lets an answer show the printed clause beside the desk’s words', async () => {
    const store = new MemoryStore();
    const done = await indexDescription(store, knowledge, 'unified-2025-01', 'zh-Hant', copy);
    expect(done).toEqual({ ok: true, value: { edition: 'unified-2025-01', paragraphs: 3, sections: 2 } });
    const search = createClauseSearch(knowledge, await printedClauses(store));
    const clauses = search('who pays taxes when credits move between countries', 'unified-2025-01', 'en');
    expect(clauses.find(({ section }) => section === '2.6')).toMatchObject({
      printed: expect.stringContaining('invented clause on taxes'),
    });
  });

  test('replaces an earlier copy of the same edition and language', async () => {
    const store = new MemoryStore();
    await indexDescription(store, knowledge, 'unified-2025-01', 'zh-Hant', copy);
    await indexDescription(store, knowledge, 'unified-2025-01', 'zh-Hant', copy.replaceAll('taxes', 'levies'));
    const printed = (await printedClauses(store))('unified-2025-01');
    expect(printed?.('clause levies countries', '2.6')).toContain('levies');
  });

  test('is refused when it is of no edition, or not a description at all', async () => {
    const store = new MemoryStore();
    expect(await indexDescription(store, knowledge, 'unified-2031-01', 'fr', copy)).toMatchObject({
      ok: false,
      failure: expect.stringContaining('no edition'),
    });
    expect(await indexDescription(store, knowledge, 'unified-2025-01', 'fr', 'a shopping list')).toMatchObject({
      ok: false,
      failure: expect.stringContaining('no section heading'),
    });
  });
});
