import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createUnderstander, type UnderstandingContext } from '../../../bot/understanding/understand.ts';
import { DeskLanguage } from '../../../knowledge/vocabulary.ts';
import { knowledge } from '../../support/world.ts';

const understander = createUnderstander(knowledge);
const place = (id: string, country: string, timeZone: string) => ({ id, country, timeZone });
const context: UnderstandingContext = {
  now: '2026-03-02T10:00:00+01:00',
  timeZone: 'Europe/Copenhagen',
  locations: [
    place('dk', 'DK', 'Europe/Copenhagen'),
    place('fr', 'FR', 'Europe/Paris'),
    place('us', 'US', 'America/New_York'),
    place('jp', 'JP', 'Asia/Tokyo'),
    place('tirana', 'AL', 'Europe/Tirane'),
    place('almaty', 'KZ', 'Asia/Almaty'),
  ],
};
/** What the desk would follow for a question; below it the reading is offered or dropped. */
const FOLLOWED = 0.25;

/** Sentences under the command that they mean; `none` is what the desk is not for. */
function sentences(folder: string, language: string): readonly { command: string; text: string }[] {
  const raw = JSON.parse(readFileSync(join(import.meta.dirname, folder, `${language}.json`), 'utf8')) as Record<
    string,
    (string | { text: string })[]
  >;
  return Object.entries(raw).flatMap(([command, texts]) =>
    texts.map((text) => ({ command, text: typeof text === 'string' ? text : text.text })),
  );
}

/** The share of sentences whose command is found. */
function accuracy(folder: string, language: string): number {
  const all = sentences(folder, language);
  const right = all.filter(({ command, text }) => {
    const [best] = understander.understand(text, { ...context, locale: language }).readings;
    const found = best !== undefined && best.confidence >= FOLLOWED ? best.command : 'none';
    return found === command;
  });
  return right.length / all.length;
}

describe('sentences that took no part in training', () => {
  test.each(DeskLanguage.options)('%s: at least 97 of 100 commands are found', (language) => {
    expect(accuracy('evaluation', language)).toBeGreaterThanOrEqual(0.97);
  });

  // Written by other people than the word lists; their level is what was reached, not what is wanted.
  test.each(['fr', 'da', 'sq', 'kk', 'zh-Hant'])('%s, by a second author: at least 86 of 100', (language) => {
    expect(accuracy('second-reader', language)).toBeGreaterThanOrEqual(0.86);
  });

  test('no sentence of the evaluation stands among those of the training', () => {
    for (const language of DeskLanguage.options) {
      const file = join(import.meta.dirname, '../../../knowledge/utterances', `${language}.json`);
      const trained = new Set(
        Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)
          .flat()
          .map((text) => text.trim().toLowerCase()),
      );
      const seen = sentences('evaluation', language).filter(({ text }) => trained.has(text.trim().toLowerCase()));
      expect(seen).toEqual([]);
    }
  });
});

describe('a text of any kind', () => {
  test.each([
    ['control characters', '\u0000\u0007\u001b[31m severity 1 \u0008'],
    ['right-to-left marks', '\u202eseverity A\u202c\u200f'],
    ['emoji', '🔥🔥🔥 Azure SQL 🔥🔥🔥'],
    ['nested markup', '<at><at>x</at></at>'.repeat(500)],
    ['a megabyte', 'severity 1 on Azure SQL '.repeat(40_000)],
    ['lone surrogates', '\ud800 severity B \udfff'],
    ['nothing but digits', '1'.repeat(5000)],
  ])('%s is read without a fault', (_what, text) => {
    expect(understander.understand(text, context)).toMatchObject({
      readings: expect.any(Array),
      language: expect.any(String),
    });
  });
});
