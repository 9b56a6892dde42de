import { describe, expect, test } from '@jest/globals';
import { agreementDeadlines, between, citationsOf } from '../../src/agreement/deadlines.ts';
import { knowledge, orderHolding, orderWith } from '../support/world.ts';

const edition = (id: string) => {
  const found = knowledge.editions.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const january = edition('unified-2025-01');
const due = (order = orderWith(), what?: string) =>
  agreementDeadlines(order, january)
    .filter((deadline) => what === undefined || deadline.what === what)
    .map((deadline) => `${deadline.what} ${deadline.due}`);

describe('deadlines of an agreement', () => {
  test('the last day for proactive requests is sixty days before the end (F-RESP-14)', () => {
    expect(due(orderWith(), 'proactive-request')).toEqual(['proactive-request 2026-11-01']);
    expect(due(orderWith({ term: { start: '2024-06-01', end: '2025-05-31' } }), 'proactive-request')).toEqual([
      'proactive-request 2025-04-01',
    ]);
    expect(due(orderWith({ term: { start: '2022-05-01', end: '2023-04-30' } }), 'proactive-request')).toEqual([
      'proactive-request 2023-03-01',
    ]);
  });

  test('the end of the term takes the unused services with it (F-TERM-05)', () => {
    expect(due()).toEqual(expect.arrayContaining(['work-order-end 2026-12-31', 'services-lapse 2026-12-31']));
  });

  test('a service that was bought for a part of the term lapses with it (F-TERM-05)', () => {
    const until = (end: string, service = 'workshops') => ({
      service,
      location: 'odense',
      quantity: 3,
      unit: 'events',
      end,
    });
    const order = orderHolding(
      until('2026-06-30'),
      until('2026-06-30', 'chalk-talks'),
      until('2026-12-31', 'hackathons'),
    );
    const lapses = agreementDeadlines(order, january).filter(({ what }) => what === 'services-lapse');
    expect(lapses.map((deadline) => [deadline.due, deadline.because])).toEqual([
      ['2026-12-31', ['unused-services-lapse']],
      ['2026-06-30', ['unused-services-lapse', 'workshops', 'chalk-talks']],
    ]);
  });

  test('flex must be allocated by the execution of the contract, while some is left (F-FLEX-08)', () => {
    expect(due(orderWith(), 'flex-allocation')).toEqual(['flex-allocation 2026-01-01']);
    expect(due(orderWith({ executed: '2025-12-10' }), 'flex-allocation')).toEqual(['flex-allocation 2025-12-10']);
    expect(
      due(
        orderWith({ flexAllowance: { amount: 5, currency: 'USD', allocations: [{ to: 'workshops', amount: 5 }] } }),
        'flex-allocation',
      ),
    ).toEqual([]);
  });

  test('the onboarding document fourteen days after execution, onboarding itself sixty (F-AED-06, F-AED-07)', () => {
    const bought = orderHolding({ service: 'mcs-azure-platform', location: 'odense' });
    expect(due(bought, 'onboarding-documents')).toEqual(['onboarding-documents 2026-01-15']);
    const started = {
      ...bought,
      onboarding: { 'mcs-azure-platform': { started: '2026-01-05', documentsReceived: '2026-01-10' } },
    };
    expect(due(started, 'onboarding-documents')).toEqual([]);
    expect(due(started, 'onboarding-end')).toEqual(['onboarding-end 2026-03-06']);
  });

  test('the material for the monitors thirty days after execution, where they were bought (F-MON-06)', () => {
    const plus = orderHolding({ service: 'mcs-azure-platform-plus', location: 'odense' });
    expect(due({ ...plus, executed: '2025-12-20' }, 'monitoring-material')).toEqual(['monitoring-material 2026-01-19']);
    const over = { ...plus, onboarding: { 'mcs-azure-platform-plus': { completed: '2026-02-20' } } };
    expect(due(over, 'monitoring-material')).toEqual([]);
    expect(due(orderHolding({ service: 'mcs-azure-platform', location: 'odense' }), 'monitoring-material')).toEqual([]);
  });

  test('an event is confirmed six weeks before its start (F-AEM-08)', () => {
    expect(due(orderWith({ events: [{ start: '2026-09-15', end: '2026-09-19' }] }), 'event-confirmation')).toEqual([
      'event-confirmation 2026-08-04',
    ]);
  });
});

describe('deadlines within a span', () => {
  const deadlines = agreementDeadlines(orderWith(), january);

  test('both ends are in, soonest first', () => {
    expect(between(deadlines, '2026-11-01', '2026-12-31').map(({ what }) => what)).toEqual([
      'proactive-request',
      'work-order-end',
      'services-lapse',
    ]);
    expect(between(deadlines, '2026-11-02', '2026-12-30')).toEqual([]);
  });

  test('each names its clause', () => {
    expect(citationsOf(january.id, between(deadlines, '2026-10-01', '2026-12-31'))).toEqual(
      expect.arrayContaining([
        { edition: 'unified-2025-01', section: '2.8' },
        { edition: 'unified-2025-01', section: '2.7' },
      ]),
    );
  });
});
