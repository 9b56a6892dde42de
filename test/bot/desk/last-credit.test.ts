import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { credits } from '../../ledger/account-world.ts';
import { opened } from '../../store/temporary.ts';
import { BO, openAccountDesk, orderOfTwo, yes } from '../../support/account-desk.ts';
import { ADMINISTRATOR } from '../../support/world.ts';

describe('two administrators spend the last credit at the same time', () => {
  const lastOne = () => orderOfTwo({ services: [credits('odense', 1)] });
  const last = { credits: 1, from: 'odense', to: 'lyon' };
  const stores: Store[] = [];
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'desk-account-'));
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function lowdb(): Promise<Store> {
    const store = await opened(directory);
    stores.push(store);
    return store;
  }

  test.each([
    ['in memory', async (): Promise<Store> => new MemoryStore()],
    ['in files', lowdb],
  ])('%s: one succeeds, the other is told why', async (_, open) => {
    const { give } = await openAccountDesk(await open(), lastOne());
    const answers = await Promise.all([
      give('credits.exchange', last, { ...yes, commandId: 'a' }),
      give('credits.exchange', last, { ...yes, commandId: 'b', user: BO }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['answered', 'done']);
    const told = answers.find(({ status }) => status === 'answered');
    expect(told).toMatchObject({ facts: { allowed: 'no', because: ['insufficient'], available: 0 } });
    const [winner, name] = answers[0]?.status === 'done' ? [ADMINISTRATOR, 'Ane Ad'] : [BO, 'Bo Ad'];
    const lastSpent = { at: '2026-03-03T10:00:00+01:00', by: winner, byName: name, reason: 'exchange' };
    expect(told?.facts.lastSpent).toEqual(lastSpent);
    expect(told?.text).toMatch(new RegExp(`${name} came first: Exchange, 10:00`));
    expect(JSON.stringify(told?.card)).toContain(`${name} came first`);
    const { facts } = await give('balance.show', { what: 'credits' });
    expect(facts.balances).toMatchObject([
      { location: 'odense', remaining: 0 },
      { location: 'lyon', remaining: 2 },
    ]);
  });

  test('in files: what was posted is there after a restart', async () => {
    const first = await lowdb();
    const before = await openAccountDesk(first, lastOne());
    await before.give('credits.exchange', last, { ...yes, commandId: 'a' });
    await first.close();
    stores.splice(0);
    const { give } = await openAccountDesk(await lowdb());
    expect(await give('credits.exchange', last, { ...yes, commandId: 'a' })).toMatchObject({ status: 'done' });
    expect(await give('credits.exchange', last, { ...yes, commandId: 'b' })).toMatchObject({
      facts: { because: ['insufficient'] },
    });
  });

  test('ten at a time spend what there is and no more', async () => {
    const { give } = await openAccountDesk(await lowdb(), orderOfTwo({ services: [credits('odense', 6)] }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => give('credits.exchange', last, { ...yes, commandId: `c${n}` })),
    );
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(6);
    const { facts } = await give('balance.show', { what: 'credits', location: 'odense' });
    expect(facts.balances).toMatchObject([{ remaining: 0, exchanged: -6 }]);
  });
});
