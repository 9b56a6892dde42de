import { describe, expect, test } from '@jest/globals';
import { differenceLines } from '../../cards/difference-lines.ts';
import { voiceFor } from '../../cards/voice.ts';
import { knowledge } from '../support/world.ts';

const voice = voiceFor(knowledge, { language: 'en', timeZone: 'Europe/Copenhagen', now: '2026-03-02T09:00:00Z' });
const lines = (from: unknown, to: unknown): string[] => differenceLines(from, to, voice);

describe('the lines of a difference', () => {
  test('a figure goes from one to the other', () => {
    expect(lines(60, 15)).toEqual(['60 → 15']);
    expect(lines(null, 6)).toEqual(['none → 6']);
  });

  test('a list shows what comes and goes, not what stays', () => {
    expect(lines(['azure-stack', 'azure-devops'], ['azure-stack', 'azure-maps'])).toEqual([
      '− Azure DevOps',
      '+ Azure Maps',
    ]);
    expect(lines(['en'], ['en', 'ja'])).toEqual(['+ Japanese']);
  });

  test('a table shows the rows that differ', () => {
    const from = { '1': ['phone'], B: ['phone', 'web'] };
    const to = { '1': ['phone', 'web'], B: ['phone', 'web'] };
    expect(lines(from, to)).toEqual([expect.stringMatching(/^Severity 1: .*→/)]);
  });

  test('cancellation bands read as days and fees', () => {
    const premier = [
      { minDays: 14, feePercent: 0, upTo: false },
      { minDays: 0, feePercent: 100, upTo: true },
    ];
    const unified = [
      { minDays: 14, feePercent: 0, upTo: false },
      { minDays: 6, feePercent: 50, upTo: false },
    ];
    expect(lines(premier, unified)).toEqual([
      'from 14 days ahead: 0% · from 0 days ahead: up to 100% → from 14 days ahead: 0% · from 6 days ahead: 50%',
    ]);
  });
});
