import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorCodes, errors, errorsTable, isErrorCode } from '../../cards/errors.ts';
import { createPresenter } from '../../cards/present.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { decisions } from './samples/decisions.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
/** The cells of a table's rows with a code; how wide the columns are set is the formatter's. */
const cellsOf = (markdown: string): string[][] =>
  [...markdown.matchAll(/^\| `.*$/gm)].map(([row]) => row.split('|').map((cell) => cell.trim()));
const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

describe('the catalogue of errors', () => {
  test('is the table of the documentation, word for word', () => {
    expect(cellsOf(page)).toEqual(cellsOf(errorsTable()));
    expect(cellsOf(page)).toHaveLength(errorCodes.length);
  });

  test('has the codes that the core may refuse with', () => {
    const source = readFileSync(new URL('../../src/command/answer.ts', import.meta.url), 'utf8');
    const [, union = ''] = /export type Refusal =([^;]*);/.exec(source) ?? [];
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    expect([...errorCodes].sort()).toEqual([...codes, 'not-understood'].sort());
  });

  test('knows no other', () => {
    expect(['toString', 'nonsense', ''].filter(isErrorCode)).toEqual([]);
  });

  test.each(errorCodes)('%s is told with what to do next, in every language', (code) => {
    for (const language of DeskLanguage.options) {
      const status = code === 'not-understood' ? code : 'refused';
      const { text } = present({ ...decisions.busy, status, because: [code] }, { ...audience, language });
      expect(text.length).toBeGreaterThan(10);
    }
    expect(errors[code].means).toBe(`error.${code}.means`);
  });
});

describe('a refusal', () => {
  const refusal = (...because: string[]) => present({ ...decisions.refused, because }, audience).text;

  test('says every reason and every remedy', () => {
    expect(refusal('role', 'busy')).toBe(
      'Your role does not allow this. Somebody else is changing the same thing right now. Who may: Administrator. ' +
        'Ask one of the people who may, or your administrator for the role. Try again in a moment; nothing was changed.',
    );
  });

  test.each([
    ['en', 'State: Closed.'],
    ['fr', 'État\u00a0: Clos.'],
    ['zh-Hant', '狀態：已結案。'],
  ] as const)('for the state of an incident names it in the language of the answer: %s', (language, words) => {
    const because = ['state', 'closed'];
    expect(present({ ...decisions.refused, because }, { ...audience, language }).text).toContain(words);
  });

  test('for the severity that an incident has already says nothing of its state', () => {
    const told = refusal('same-severity', 'open');
    expect(told).toBe(refusal('same-severity'));
  });

  test('with a reason of a rule says the reason', () => {
    expect(refusal('agreement-expired')).toContain('The agreement is not in force on that day.');
  });

  test('without a reason is an internal one', () => {
    expect(refusal()).toContain('Something went wrong on our side.');
  });

  test('of a text that is empty says so', () => {
    expect(present(decisions.empty, audience).text).toContain('There was no text.');
  });
});
