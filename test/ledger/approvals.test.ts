import { expect, test } from '@jest/globals';
import { type Approval, MOST_SETTLED, withApproval } from '../../src/ledger/approvals.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { orderWith } from '../support/world.ts';

const order = orderWith({ approval: { above: { credits: 5 }, lapsesAfterDays: 7 } });
const AT = '2026-03-02T10:00:00+01:00';
const after = (days: number): number => Date.parse(AT) + days * 86_400_000;

const request = (number: number, change: Partial<Approval> = {}): Approval => ({
  id: `AP-${number}`,
  command: 'credits.exchange',
  args: {},
  quote: {},
  location: 'odense',
  amount: 10,
  above: 5,
  unit: 'credits',
  by: 'ane',
  at: AT,
  ...change,
});

const many = (change: Partial<Approval> = {}): Ledger => ({
  ...emptyLedger,
  approvals: Array.from({ length: MOST_SETTLED + 50 }, (_, index) => request(index, change)),
});
const numbers = ({ approvals }: Ledger): readonly string[] => approvals.map(({ id }) => id);

test('requests that have lapsed make room as those do that were decided, the oldest first', () => {
  const decided = { outcome: 'rejected', at: AT, by: 'bo' } as const;
  for (const ledger of [
    withApproval(many(), request(900), order, after(8)),
    withApproval(many({ decided }), request(900), order, after(1)),
  ]) {
    expect(ledger.approvals).toHaveLength(MOST_SETTLED + 1);
    expect([numbers(ledger)[0], numbers(ledger).at(-1)]).toEqual(['AP-50', 'AP-900']);
  }
});

test('a request that waits is kept, however many there are', () => {
  expect(withApproval(many(), request(900), order, after(6)).approvals).toHaveLength(MOST_SETTLED + 51);
  const patient = orderWith({ approval: { above: { credits: 5 } } });
  expect(withApproval(many(), request(900), patient, after(999)).approvals).toHaveLength(MOST_SETTLED + 51);
});
