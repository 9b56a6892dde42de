import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../bot/understanding/fold.ts';
import { DeskLanguage } from '../../../knowledge/vocabulary.ts';
import { comparable, judge, type Verdict } from '../../../scripts/evaluation/judge.ts';
import { halves, sentencesOf } from '../../../scripts/evaluation/sentences.ts';
import { confusions, percentile } from '../../../scripts/evaluation/tally.ts';
import { commandNames, contracts } from '../../../src/command/contract.ts';
import { understander } from './reading.ts';

/** Letters and digits only, without accents and case: two sentences that are alike in it are the same sentence. */
const normal = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

const trained = (language: string): ReadonlySet<string> => {
  const file = join(import.meta.dirname, '../../../knowledge/utterances', `${language}.json`);
  return new Set(
    Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)
      .flat()
      .map(normal),
  );
};

describe.each(DeskLanguage.options)('evaluation sentences, %s', (language) => {
  const sentences = sentencesOf(language);

  test('are at least 300, by several ways of writing, half of them frozen', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sentences.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(3);
    for (const half of halves) expect(sentences.filter((one) => one.half === half).length).toBeGreaterThanOrEqual(150);
  });

  test('none of them stands among the sentences of the training', () => {
    const seen = trained(language);
    expect(sentences.filter(({ text }) => seen.has(normal(text))).map(({ text }) => text)).toEqual([]);
  });

  test('none stands there twice', () => {
    expect(new Set(sentences.map(({ text }) => normal(text))).size).toBe(sentences.length);
  });

  test('every command is asked for, in both halves, and so is what the desk is not for', () => {
    for (const half of halves) {
      const commands = new Set(sentences.filter((one) => one.half === half).map(({ command }) => command));
      expect([...commandNames, 'none'].filter((command) => !commands.has(command))).toEqual([]);
    }
  });

  test('what must come out is what the commands take', () => {
    const strange = sentences.filter(({ command, args }) => {
      const contract = contracts[command as keyof typeof contracts];
      return contract !== undefined && !contract.args.partial().strict().safeParse(args).success;
    });
    expect(strange).toEqual([]);
  });
});

// The bound of the recogniser over both halves; `npm run evaluate` prints where it stands, writer by writer.
describe.each(DeskLanguage.options)('understanding, %s', (language) => {
  const verdicts = sentencesOf(language).map((sentence) => judge(understander, language, sentence));
  const share = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length / verdicts.length;

  test('97 of 100 commands are understood, and 95 of 100 with every argument', () => {
    expect(share(({ rightCommand }) => rightCommand)).toBeGreaterThanOrEqual(0.97);
    expect(share(({ rightArguments }) => rightArguments)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the measure', () => {
  test('own words are not compared, and the impact only where it is a level', () => {
    const args = { incident: 'INC-1', text: 'so it is', summary: 's', impact: 'moderate', at: undefined };
    expect(comparable(args, 'severity.request')).toEqual({ incident: 'INC-1' });
    expect(comparable(args, 'incident.open')).toEqual({ incident: 'INC-1', impact: 'moderate' });
  });

  test('a percentile is the value that so many lie below', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, 0.5)).toBe(51);
    expect(percentile(values, 0.99)).toBe(100);
  });

  test('confusions are counted, the most frequent first', () => {
    const verdict = (command: string, found: string) => ({
      sentence: { text: '', command, args: {}, writer: '', half: 'frozen' as const },
      found,
      confidence: 1,
      args: {},
      rightCommand: command === found,
      rightArguments: command === found,
      microseconds: 1,
    });
    expect(confusions([verdict('a', 'b'), verdict('c', 'b'), verdict('c', 'b'), verdict('d', 'd')])).toEqual([
      { pair: 'c → b', count: 2 },
      { pair: 'a → b', count: 1 },
    ]);
  });
});
