import { describe, expect, test } from '@jest/globals';
import { Chart, Severity } from '../../knowledge/vocabulary.ts';

describe('the vocabulary', () => {
  test('walks the charts from the most special to the base chart', () => {
    expect(Chart.options).toEqual([
      'azure-events',
      'mcs-security',
      'mcs-azure-platform',
      'azure-rapid-response',
      'unified-enhanced-response',
      'base',
    ]);
  });

  test('knows no severity but 1, A, B and C', () => {
    expect(Severity.safeParse('X').success).toBe(false);
    expect(Severity.options).toEqual(['1', 'A', 'B', 'C']);
  });
});
