import { describe, expect, test } from '@jest/globals';
import { compareEditions } from '../../src/agreement/compare-editions.ts';
import { knowledge } from '../support/world.ts';

function edition(id: string) {
  const found = knowledge.editions.get(id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
}

const compare = (from: string, to: string) => compareEditions(edition(from), edition(to));
const topics = (from: string, to: string): string[] => compare(from, to).map(({ topic }) => topic);
const one = (from: string, to: string, topic: string) =>
  compare(from, to).find((difference) => difference.topic === topic);

describe('what changes from one edition to another', () => {
  test('nothing, from an edition to itself', () => {
    for (const id of knowledge.editions.keys()) expect(compare(id, id)).toEqual([]);
  });

  test('September 2024 to January 2025', () => {
    const found = topics('unified-2024-09', 'unified-2025-01');
    expect(found).toEqual(
      expect.arrayContaining([
        'severity-b-effort',
        'advisory-limit',
        'designated-engineering-table',
        'flex-cap',
        'own-work-order-countries',
        'support-for-mission-critical',
      ]),
    );
    expect(found).not.toContain('rapid-response-exclusions');
    expect(found).not.toContain('event-notice');
    expect(found).not.toContain('onboarding-documents');
  });

  test('spring to September 2024', () => {
    const found = topics('unified-2024-04', 'unified-2024-09');
    expect(found).toEqual(
      expect.arrayContaining(['mission-critical-category', 'rapid-response-exclusions', 'onboarding-documents']),
    );
    expect(found).not.toContain('severity-b-effort');
    expect(found).not.toContain('cancellation');
  });

  test('Premier to Unified', () => {
    expect(topics('premier-2022', 'unified-2025-01')).toEqual(
      expect.arrayContaining([
        'azure-first-response',
        'severity-submission',
        'event-notice',
        'cancellation',
        'rapid-response-languages',
        'flex-allowance',
        'enhanced-response',
      ]),
    );
  });

  test.each([
    ['premier-2022', 'unified-2025-01', 'azure-first-response', { from: 60, to: 15, effect: 'gain' }],
    ['unified-2025-01', 'premier-2022', 'azure-first-response', { from: 15, to: 60, effect: 'loss' }],
    ['premier-2022', 'unified-2025-01', 'event-notice', { from: 8, to: 6, effect: 'gain' }],
    [
      'unified-2024-09',
      'unified-2025-01',
      'severity-b-effort',
      { from: 'business-hours', to: 'continuous', effect: 'gain' },
    ],
    ['unified-2024-09', 'unified-2025-01', 'advisory-limit', { from: null, to: 6, effect: 'loss' }],
    ['unified-2024-09', 'unified-2025-01', 'designated-engineering-table', { from: '7', to: '12', effect: 'change' }],
    ['unified-2024-04', 'unified-2024-09', 'rapid-response-exclusions', { effect: 'loss' }],
    ['premier-2022', 'unified-2024-09', 'rapid-response-languages', { from: ['en'], to: ['en', 'ja'], effect: 'gain' }],
    ['unified-2024-09', 'unified-2025-01', 'own-work-order-countries', { from: null, effect: 'change' }],
    ['premier-2022', 'unified-2024-04', 'own-work-order-countries', { to: null, effect: 'change' }],
    ['unified-2024-04', 'premier-2022', 'root-cause-severities', { to: null, effect: 'loss' }],
    ['unified-2024-04', 'unified-2024-09', 'root-cause-severities', { to: ['1', 'A'], effect: 'loss' }],
  ])('%s → %s: %s', (from, to, topic, expected) => {
    expect(one(from, to, topic)).toMatchObject(expected);
  });

  test('tells what a customer loses when it is missed first: response before money before tables', () => {
    const found = topics('premier-2022', 'unified-2025-01');
    expect(found.indexOf('azure-first-response')).toBe(0);
    expect(found.indexOf('azure-first-response')).toBeLessThan(found.indexOf('cancellation'));
    expect(found.slice(-2).sort()).toEqual(['services-added', 'services-dropped']);
  });

  test('backwards a gain is a loss, and both name the same topics', () => {
    const there = compare('premier-2022', 'unified-2025-01');
    const back = compare('unified-2025-01', 'premier-2022');
    expect(new Set(back.map(({ topic }) => topic))).toEqual(new Set(there.map(({ topic }) => topic)));
    const mirrored = { gain: 'loss', loss: 'gain', change: 'change' };
    for (const { topic, effect, from, to } of there) {
      if (topic.startsWith('services-')) continue;
      expect(back.find((difference) => difference.topic === topic)).toMatchObject({
        from: to,
        to: from,
        effect: mirrored[effect],
      });
    }
  });
});
