import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withBalances } from '../../cards/ledger.ts';
import { createPresenter } from '../../cards/present.ts';
import { StatementFacts } from '../../src/command/account-contract.ts';
import type { Decision } from '../../src/command/answer.ts';
import { nodesOf, ofType, shownTexts } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
const statement = StatementFacts.parse(decisions.ledger.facts);
const pool = { service: 'proactive-credits', location: 'dk', unit: 'credits' } as const;

const entryOf = (amount: number, index: number) => ({
  at: `2026-02-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00+01:00`,
  by: 'u',
  command: `c${index}`,
  why: { reason: 'hours' },
  lines: [{ ...pool, amount, account: 'available' as const }],
});

describe('the balances of an account', () => {
  const { card } = present(decisions.balance, audience);

  test('are Teams’ own charts, with a picture in their place elsewhere', () => {
    const [chart, ...others] = ofType(card, /^Chart\.HorizontalBar\.Stacked$/);
    expect(others).toHaveLength(4);
    expect(chart?.data).toEqual([
      {
        title: 'Credits',
        data: [
          { legend: 'left 125', value: 125, color: 'good' },
          { legend: 'reserved 15', value: 15, color: 'warning' },
          { legend: 'used 60', value: 60, color: 'neutral' },
        ],
      },
    ]);
    expect(chart?.fallback).toMatchObject({ type: 'Image', altText: 'Bar: left 125, reserved 15 and used 60' });
  });

  test('have every figure in words too', () => {
    const shown = shownTexts(card).join(' ');
    for (const figure of ['125 credits of 200', 'left 147.5', 'used US$84,000', 'lapsed US$36,000', 'used 1'])
      expect(shown).toContain(figure);
  });

  test('without anything to spend have no bar', () => {
    const nothing = { ...pool, purchased: 0, used: 0, reserved: 0, remaining: 0, expires: '2026-12-31' };
    const empty = present(
      { ...decisions.balance, facts: { ...decisions.balance.facts, balances: [nothing] } },
      audience,
    );
    expect(nodesOf(empty.card).some(({ type }) => String(type).startsWith('Chart'))).toBe(false);
  });
});

describe('a statement', () => {
  test('says after each entry what was left', () => {
    expect(shownTexts(present(decisions.ledger, audience).card)).toContain(
      'Proactive credits · Denmark: −25 credits, 175 left',
    );
  });

  test('has running balances that begin at the opening and end at the closing', () => {
    const tenths = fc.integer({ min: -500, max: 500 }).map((amount) => amount / 10);
    fc.assert(
      fc.property(fc.array(tenths, { maxLength: 30 }), tenths, (amounts, opening) => {
        const sumUpTo = (count: number) => amounts.slice(0, count).reduce((sum, amount) => sum + amount, opening);
        const sums = amounts.map((_, index) => sumUpTo(index + 1));
        const closing = [{ ...pool, amount: sums.at(-1) ?? opening }];
        const told = withBalances({ ...statement, entries: amounts.map(entryOf), closing });
        expect(told.map(({ after }) => after(pool)?.toFixed(3))).toEqual(
          sums.map((sum) => sum.toFixed(3).replace(/^-0\.000$/, '0.000')),
        );
      }),
    );
  });

  test('shows the newest entries first, and how many there are before them', () => {
    const entries = Array.from({ length: 40 }, (_, index) => ({ ...entryOf(-1, index), text: `No. ${index}` }));
    const shown = shownTexts(
      present({ ...decisions.ledger, facts: { ...statement, entries, more: 3 } }, audience).card,
    );
    expect(shown.filter((text) => text.startsWith('No. '))).toEqual(
      Array.from({ length: 12 }, (_, index) => `No. ${39 - index}`),
    );
    expect(shown).toContain('31 earlier entries');
  });
});

const pairs = (card: object): string[][] =>
  ofType(card, /^ColumnSet$/)
    .map((set) => shownTexts(set))
    .filter(({ length }) => length === 2);
const base = {
  workOrder: 'WO',
  edition: 'unified-2025-01',
  allowed: 'yes',
  because: [],
  conditions: [],
  location: 'dk',
};
const quoteOf = (command: Decision['command'], facts: object, status: Decision['status'] = 'needs-confirmation') =>
  pairs(present({ command, args: {}, status, facts: { ...base, ...facts }, citations: [] }, audience).card);

describe('a quote says what is taken, how it was worked out and what is left after it', () => {
  test.each([
    [
      'credits.redeem',
      { service: 'workshops', quantity: 2, value: 12.4, debited: 13, rounding: 'up', available: 200, remaining: 187 },
      [
        ['Given', '2 × Workshops'],
        ['Worked out', '12.4 credits'],
        ['Rounding', 'up'],
        ['Taken', '13 credits · Denmark'],
        ['Left after it', '187 credits · Denmark'],
      ],
    ],
    [
      'service.book',
      {
        service: 'workshops',
        date: '2026-04-01',
        requestBy: '2026-11-01',
        booking: {
          service: 'workshops',
          location: 'dk',
          date: '2026-04-01',
          state: 'requested',
          holds: { service: 'workshops', location: 'dk', unit: 'events', amount: 1 },
        },
      },
      [
        ['For', 'Workshops · Denmark'],
        ['Delivery', '1 April 2026'],
        ['Taken', '1 event · Denmark'],
        ['Ask by', '1 November 2026'],
      ],
    ],
    [
      'service.book',
      {
        edition: 'premier-2022',
        service: 'health-check',
        date: '2022-12-06',
        requestBy: '2023-03-01',
        booking: {
          service: 'health-check',
          location: 'dk',
          date: '2022-12-06',
          state: 'requested',
          holds: { service: 'support-assistance', location: 'dk', unit: 'hours', amount: 11 },
        },
      },
      [
        ['For', 'Health check · Denmark'],
        ['Delivery', '6 December 2022'],
        ['Taken', 'Support assistance · 11 hours · Denmark'],
        ['Ask by', '1 March 2023'],
      ],
    ],
    [
      'hours.record',
      {
        service: 'enhanced-designated-engineering',
        unit: 'hours',
        hours: 6,
        charged: 6,
        arrears: 2,
        remaining: 0,
        incident: 'INC-482913',
      },
      [
        ['Worked', '6 hours'],
        ['Incident', 'INC-482913'],
        ['Taken', 'Enhanced Designated Engineering · 6 hours · Denmark'],
        ['In arrears', '2 hours'],
        ['Left after it', '0 hours · Denmark'],
      ],
    ],
  ] as const)('%s', (command, facts, rows) => {
    expect(quoteOf(command, facts)).toEqual(rows);
  });

  test('takes nothing where the answer is no', () => {
    const labels = pairs(present(decisions.exchangeNo, audience).card).map(([label]) => label);
    expect(labels).not.toContain('Taken');
  });

  test('before it is done in another currency has no sum that would be wrong', () => {
    const rates = { from: { currency: 'EUR', perCredit: 100 }, to: { currency: 'USD', perCredit: 80 } };
    const facts = { ...decisions.exchange.facts, rates };
    expect(quoteOf('credits.exchange', facts).map(([label]) => label)).not.toContain('Worked out');
  });
});

test('a receipt has its number, and says when it was done and by whom', () => {
  const { card } = present(decisions.cancel, { ...audience, name: 'Maja Holm' });
  expect(shownTexts(card)).toContain('10:00 today, Monday 2 March, by Maja Holm');
  expect(pairs(card)).toContainEqual(['Number', 'B-7F3']);
});
