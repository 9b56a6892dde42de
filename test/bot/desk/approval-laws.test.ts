/** What holds of the account whatever two administrators ask, approve and reject, in whatever order. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { handlers } from '../../../bot/desk/handlers.ts';
import { loadLedger } from '../../../bot/desk/ledgers.ts';
import type { Outcome, Shell } from '../../../bot/desk/outcome.ts';
import { excessOf } from '../../../src/ledger/approvals.ts';
import { add, isNegative, toText, zero } from '../../../src/ledger/decimal.ts';
import { isBalanced } from '../../../src/ledger/entries.ts';
import { poolsOf } from '../../../src/ledger/pools.ts';
import { readLedger, writeLedger } from '../../../src/ledger/stored.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { january } from '../../ledger/account-world.ts';
import { size } from '../../support/sizes.ts';
import { ADMINISTRATOR, sceneOf } from '../../support/world.ts';

const BO = 'a0000000-0000-4000-8000-0000000000a2';
const order = january({
  contacts: [ADMINISTRATOR, BO].map((userId) => ({
    name: userId,
    userId,
    roles: ['administrator'],
    locations: ['odense', 'lyon', 'boston'],
  })),
  approval: { above: { credits: 20, hours: 8 } },
});

interface Wish {
  readonly kind: 'exchange' | 'redeem' | 'hours' | 'approve' | 'reject';
  readonly byBo: boolean;
  readonly which: number;
  readonly amount: number;
}

const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom<Wish['kind']>('exchange', 'redeem', 'hours', 'approve', 'approve', 'reject'),
    byBo: fc.boolean(),
    which: fc.nat(6),
    amount: fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 210 })),
  }),
  { minLength: 4, maxLength: 25 },
);

/** Gives the wish as a person does who says yes to whatever is asked back, with the figure that was shown. */
async function give({ kind, byBo, which, amount }: Wish, store: MemoryStore, id: string): Promise<Outcome> {
  const scene = sceneOf(order, '2026-03-02T10:00:00+01:00', byBo ? BO : ADMINISTRATOR);
  const shell: Shell = { store, commandId: id, confirmed: true, search: () => [] };
  const { approvals } = (await loadLedger(store, order)).ledger;
  const approval = approvals[which % Math.max(1, approvals.length)]?.id ?? 'AP-000000';
  const [from, to] = which % 2 === 0 ? ['odense', 'lyon'] : ['lyon', 'odense'];
  switch (kind) {
    case 'exchange':
      return handlers['credits.exchange']({ credits: amount, from: from ?? '', to: to ?? '' }, scene, shell);
    case 'redeem':
      return handlers['credits.redeem']({ service: 'hackathons', location: from, quantity: which + 1 }, scene, shell);
    case 'hours':
      return handlers['hours.record'](
        { service: 'enhanced-designated-engineering', hours: amount / 4, location: 'odense' },
        scene,
        shell,
      );
    default:
      return handlers['approval.decide']({ approval, decision: kind }, scene, shell);
  }
}

test('no balance is negative, no value appears, nothing large is posted without two, nothing is posted twice', async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(wishes, async (row) => {
      const store = new MemoryStore();
      for (const [index, wish] of row.entries()) {
        const before = (await loadLedger(store, order)).ledger;
        const { status, because, facts } = await give(wish, store, `c${index}`);
        const { ledger } = await loadLedger(store, order);
        outcomes.add([wish.kind, status, ...(because ?? [])].join(' '));

        // What was only asked for, refused or rejected moves nothing; what is done is one entry.
        const posts = status === 'done' && wish.kind !== 'reject';
        expect(ledger.entries.length - before.entries.length).toBe(posts ? 1 : 0);
        if (facts.approval !== undefined && wish.kind !== 'approve') expect(ledger.books).toEqual(before.books);

        for (const { remaining, spendable, used, reserved, purchased, exchanged, lapsed } of poolsOf(
          order,
          ledger,
          '2026-03-02',
        )) {
          expect([remaining, spendable, used, reserved].some(isNegative)).toBe(false);
          expect(toText([used, reserved, remaining, lapsed].reduce(add, zero))).toBe(toText(add(purchased, exchanged)));
        }
      }
      const { ledger } = await loadLedger(store, order);
      for (const entry of ledger.entries) {
        expect(isBalanced(entry.lines)).toBe(true);
        const needsTwo = excessOf(order, entry) !== undefined;
        expect(entry.approvedBy !== undefined).toBe(needsTwo);
        expect(entry.approvedBy).not.toBe(entry.by);
      }
      const approved = ledger.approvals.filter(({ decided }) => decided?.outcome === 'approved');
      expect(ledger.entries.filter(({ approvedBy }) => approvedBy !== undefined)).toHaveLength(approved.length);
      expect(readLedger(JSON.parse(JSON.stringify(writeLedger(ledger))))).toEqual(ledger);
    }),
    { numRuns: size(80, 1500) },
  );
  // The rows are about something: each of these came to pass.
  expect([...outcomes]).toEqual(
    expect.arrayContaining([
      'exchange done',
      'exchange answered',
      'hours answered',
      'approve done',
      'approve refused own-request',
      'approve refused decided-before',
      'reject done',
    ]),
  );
});
