import { describe, expect, test } from '@jest/globals';
import { type ChartQuestion, selectChart } from '../../src/entitlement/select-chart.ts';
import { knowledge, orderHolding, orderWith, sceneOf, standingAt } from '../support/world.ts';

const DATE = '2026-06-10';
const everything = orderHolding(
  { service: 'azure-events', location: 'odense', quantity: 2, unit: 'events' },
  { service: 'mcs-security', location: 'odense' },
  { service: 'mcs-azure-platform', location: 'odense' },
  { service: 'unified-enhanced-response', location: 'odense' },
);
const onboarded = { ...everything, onboarding: { 'mcs-azure-platform': { completed: '2026-02-01' } } };

/** Rapid response alone, an entry for each list of products. */
const rapidFor = (...lists: (readonly string[] | undefined)[]) =>
  orderWith({ services: lists.map((products) => ({ service: 'azure-rapid-response', location: 'odense', products })) });

function select(order: typeof everything, question: Partial<ChartQuestion>, location = 'odense') {
  return selectChart(
    standingAt(sceneOf(order), location),
    { severity: '1', subject: { product: 'azure-sql-database' }, date: DATE, ...question },
    knowledge.products,
  );
}

const governing = (...words: Parameters<typeof select>): string | undefined => select(...words).governing?.chart;
const rejections = (...words: Parameters<typeof select>) =>
  select(...words).rejected.map(({ chart, because }) => `${chart}: ${because}`);

test('a chart whose service is bought for later is passed over with the day on which it starts', () => {
  const order = orderWith({ services: [{ service: 'azure-rapid-response', location: 'odense', start: '2026-07-01' }] });
  const rapid = (date: string) =>
    select(order, { date }).rejected.find(({ chart }) => chart === 'azure-rapid-response');
  expect(rapid('2026-06-30')).toEqual({
    chart: 'azure-rapid-response',
    because: 'service-not-started',
    starts: '2026-07-01',
  });
  expect(rapid('2026-07-01')).toBeUndefined();
});

describe('the chart that governs (design §3)', () => {
  test('is the most special one that applies', () => {
    const during = { ...onboarded, events: [{ start: '2026-06-08', end: '2026-06-12' }] };
    expect(governing(during, {})).toBe('azure-events');
    expect(governing(onboarded, {})).toBe('mcs-azure-platform');
    expect(governing(onboarded, { subject: { product: 'defender-for-endpoint' } })).toBe('mcs-security');
    expect(governing(onboarded, { subject: { product: 'exchange-online' } })).toBe('unified-enhanced-response');
    expect(governing(orderWith(), {})).toBe('azure-rapid-response');
    expect(governing(orderWith(), { subject: { product: 'exchange-online' } })).toBe('base');
  });

  test.each([
    ['the product', ['azure-sql-database']],
    ['the Azure platform as such', ['azure']],
    ['nothing', []],
  ])('is that of a service whose entry on the work order lists %s', (_what, products) => {
    expect(governing(rapidFor(products), {})).toBe('azure-rapid-response');
  });

  test('is that of a service of which one entry lists no products', () => {
    const order = rapidFor(['azure-storage'], undefined);
    expect(governing(order, {})).toBe('azure-rapid-response');
  });

  test('is not that of a service whose entry for the product has ended, or has not begun', () => {
    const rapid = (product: string, span: object) => ({
      ...{ service: 'azure-rapid-response', location: 'odense', products: [product] },
      ...span,
    });
    const order = orderWith({
      services: [rapid('azure-storage', { end: '2026-05-31' }), rapid('azure-sql-database', { start: '2026-06-01' })],
    });
    const on = (date: string) =>
      ['azure-storage', 'azure-sql-database'].map((product) => governing(order, { subject: { product }, date }));
    expect([on('2026-05-31'), on('2026-06-01')]).toEqual([
      ['azure-rapid-response', 'base'],
      ['base', 'azure-rapid-response'],
    ]);
  });

  test('is the base chart for severities that no other chart has a row for (G-02)', () => {
    expect(governing(onboarded, { severity: 'B' })).toBe('base');
    expect(governing(onboarded, { severity: 'C' })).toBe('base');
  });

  test('is that of mission-critical Azure for its Plus too', () => {
    const plus = orderHolding({ service: 'mcs-azure-platform-plus', location: 'odense' });
    const ready = { ...plus, onboarding: { 'mcs-azure-platform-plus': { completed: '2026-02-01' } } };
    expect(governing(ready, {})).toBe('mcs-azure-platform');
  });

  test('covers downstream locations under Unified Enhanced Response bought for the host (F-UER-11)', () => {
    expect(governing(onboarded, { subject: { product: 'exchange-online' } }, 'lyon')).toBe('unified-enhanced-response');
  });
});

describe('a chart passed over is reported with its reason', () => {
  test.each<[string, Parameters<typeof select>, string]>([
    ['not bought', [orderWith(), {}], 'mcs-azure-platform: not-purchased'],
    ['bought for another location', [orderWith(), {}, 'lyon'], 'azure-rapid-response: location-not-covered'],
    [
      'a product out of its scope',
      [orderWith(), { subject: { product: 'exchange-online' } }],
      'azure-rapid-response: product-out-of-scope',
    ],
    [
      'a product on its exclusion list (F-ARR-05b)',
      [orderWith(), { subject: { product: 'azure-media-services' } }],
      'azure-rapid-response: product-excluded',
    ],
    [
      'an excluded product of another family (F-ARR-05b)',
      [orderWith(), { subject: { product: 'universal-print' } }],
      'azure-rapid-response: product-excluded',
    ],
    [
      'a product that its entry on the work order does not list (F-ARR-02)',
      [rapidFor(['azure-storage']), { subject: { product: 'azure-sql-database' } }],
      'azure-rapid-response: product-out-of-scope',
    ],
    ['a severity without a row', [orderWith(), { severity: 'B' }], 'azure-rapid-response: severity-not-covered'],
    [
      'a language that it does not offer (F-ARR-08)',
      [orderWith(), { language: 'da' }],
      'azure-rapid-response: language-not-offered',
    ],
    ['no confirmed event on the day', [onboarded, {}], 'azure-events: outside-event-window'],
    ['onboarding not begun (F-AED-06)', [everything, {}], 'mcs-azure-platform: before-onboarding'],
    [
      'a subscription that is not enrolled (F-AED-02)',
      [onboarded, { subscription: 'sub-x' }],
      'mcs-azure-platform: product-out-of-scope',
    ],
  ])('%s', (_what, words, expected) => {
    expect(rejections(...words)).toContain(expected);
  });

  test('rapid response speaks English and Japanese (F-ARR-08)', () => {
    expect(governing(orderWith(), { language: 'ja' })).toBe('azure-rapid-response');
    expect(governing(orderWith(), { language: 'en-GB' })).toBe('azure-rapid-response');
  });

  test('onboarding ends when the documents came and sixty days have passed', () => {
    const started = {
      ...everything,
      onboarding: { 'mcs-azure-platform': { started: '2026-01-01', documentsReceived: '2026-01-10' } },
    };
    expect(governing(started, { date: '2026-03-01' })).toBe('azure-rapid-response');
    expect(governing(started, { date: '2026-03-02' })).toBe('mcs-azure-platform');
    const late = {
      ...everything,
      onboarding: { 'mcs-azure-platform': { started: '2026-01-01', documentsReceived: '2026-04-10' } },
    };
    expect(governing(late, { date: '2026-04-09' })).toBe('azure-rapid-response');
    expect(governing(late, { date: '2026-04-10' })).toBe('mcs-azure-platform');
  });

  test('no chart governs outside the term, and each says so', () => {
    const { governing: none, rejected } = select(orderWith(), { date: '2027-01-01' });
    expect(none).toBeUndefined();
    expect(new Set(rejected.map(({ because }) => because))).toEqual(new Set(['agreement-expired']));
  });

  test('charts after the governing one are not mentioned', () => {
    expect(rejections(orderWith(), {})).not.toContainEqual(expect.stringContaining('unified-enhanced-response'));
  });

  test('what if it were bought: the chart applies', () => {
    const exchange = { subject: { product: 'exchange-online' }, severity: 'A' } as const;
    expect(governing(orderWith(), { ...exchange, assuming: ['unified-enhanced-response'] })).toBe(
      'unified-enhanced-response',
    );
  });
});
