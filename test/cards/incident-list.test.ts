import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPresenter } from '../../cards/present.ts';
import { CARD_LIMIT, utf16Bytes } from '../../cards/size.ts';
import { readVerb } from '../../cards/verbs.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { complaintsOf, ofType, shownTexts } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
const many = (count: number, summary = incident.summary) =>
  Array.from({ length: count }, (_, index) => ({ ...incident, id: `INC-${100 + index}`, summary }));
const list = (incidents: readonly object[], args: object = {}, language: DeskLanguage = 'en') =>
  present({ ...decisions.incidents, args: { ...args }, facts: { incidents } }, { ...audience, language });
const buttons = (card: object) => ofType(card, /^Action\.Execute$/).filter(({ verb }) => verb === 'incident.list');
const read = (card: object, title: string, inputs: object = {}) => {
  const pressed = buttons(card).find((button) => button.title === title);
  const result = readVerb('incident.list', { ...Object(pressed?.data), ...inputs });
  return result.ok ? result.value.args : result;
};

describe('a list of incidents', () => {
  test('is shown in pages, each of which leads to the next and back', () => {
    const [first, middle, last] = [1, 2, 3].map((page) => list(many(20), { page, severity: '1' }).card);
    expect(shownTexts(first ?? {})).toEqual(expect.arrayContaining(['20 incidents', 'Severity 1', 'Page 1 of 3']));
    expect(shownTexts(last ?? {}).filter((text) => text.startsWith('INC-'))).toHaveLength(4);
    expect(read(first ?? {}, 'Next')).toEqual({ page: 2, severity: '1' });
    expect(read(middle ?? {}, 'Next')).toEqual({ page: 3, severity: '1' });
    expect(read(middle ?? {}, 'Back')).toEqual({ page: 1, severity: '1' });
    expect(buttons(last ?? {}).map(({ title }) => title)).not.toContain('Next');
  });

  test('that has become shorter shows its last page', () => {
    expect(shownTexts(list(many(9), { page: 7 }).card)).toContain('Page 2 of 2');
  });

  test('is narrowed by inputs that stand beside what is chosen by buttons', () => {
    const { card } = list(many(2), { filter: 'all', mine: true, page: 1 });
    expect(read(card, 'Show these', { severity: 'B', location: ' ', search: 'calendar' })).toEqual({
      filter: 'all',
      mine: true,
      severity: 'B',
      search: 'calendar',
    });
    expect(read(card, 'Everybody’s')).toEqual({ filter: 'all', mine: false });
    expect(read(card, 'Closed')).toEqual({ filter: 'closed', mine: true });
  });

  test('keeps in its inputs what it was narrowed to', () => {
    const { card } = list([], { severity: 'A', search: '**now**' });
    const values = ofType(card, /^Input\./).map(({ id, value }) => [id, value]);
    expect(values).toEqual([
      ['severity', 'A'],
      ['location', ' '],
      ['search', '**now**'],
    ]);
  });

  test('is small and right whatever it holds and is narrowed to', () => {
    const worst = fc.record({
      count: fc.integer({ min: 0, max: 60 }),
      summary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4000 }),
      search: fc.string({ unit: 'grapheme', maxLength: 200 }),
      page: fc.integer({ min: 1, max: 100 }),
      language: fc.constantFrom(...DeskLanguage.options),
    });
    fc.assert(
      fc.property(worst, ({ count, summary, search, page, language }) => {
        const { card, text } = list(
          many(count, summary),
          { search, page, location: 'us', severity: 'A', mine: true },
          language,
        );
        expect(utf16Bytes(card)).toBeLessThan(CARD_LIMIT);
        expect(complaintsOf(card)).toEqual([]);
        expect(text.length).toBeLessThan(2000);
      }),
      { numRuns: 40 },
    );
  });
});
