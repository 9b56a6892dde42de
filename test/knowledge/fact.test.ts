import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resolveFact } from '../../knowledge/fact.ts';
import { figureKind, figureValue } from '../../knowledge/figure.ts';
import type { Fact } from '../../knowledge/schema/citation.ts';

const rounding: Fact<string> = {
  byLanguage: {
    sq: { value: 'nearest', section: '2.3', facts: ['F-CRED-03a'] },
    da: { value: 'up', section: '2.3', facts: ['F-CRED-03b'], anomaly: 'A-20' },
  },
  cautious: 'da',
};
const alike: Fact<readonly number[]> = {
  byLanguage: {
    sq: { value: [1, 2], section: '2', facts: ['F-1'] },
    da: { value: [1, 2], section: '3', facts: ['F-1'] },
  },
  cautious: 'sq',
};

describe('a fact that all sources print alike', () => {
  test('is certain, with its citation and itself as the only reading', () => {
    const held = { value: 6, section: '2.3', facts: ['F-ADV-05'] };
    const reference = { section: '2.3', facts: ['F-ADV-05'] };
    expect(resolveFact(held)).toEqual({ value: 6, reference, uncertain: false, readings: [{ value: 6, reference }] });
    expect(resolveFact(held, 'da').uncertain).toBe(false);
  });

  test('keeps the anomaly that its reading rests on', () => {
    const held = { value: 'ambiguous', section: '2.4', facts: ['F-AED-14'], anomaly: 'A-16' };
    expect(resolveFact(held).reference).toEqual({ section: '2.4', facts: ['F-AED-14'], anomaly: 'A-16' });
  });
});

describe('a fact on which the sources differ', () => {
  test.each([
    ['sq', 'nearest', false],
    ['da', 'up', false],
    [undefined, 'up', true],
    ['fr', 'up', true],
  ])('governed by %s reads %s, uncertain %s', (language, value, uncertain) => {
    const resolved = resolveFact(rounding, language);
    expect([resolved.value, resolved.uncertain]).toEqual([value, uncertain]);
  });

  test('brings all readings, the one that holds first', () => {
    expect(resolveFact(rounding).readings.map(({ language, value }) => [language, value])).toEqual([
      ['da', 'up'],
      ['sq', 'nearest'],
    ]);
    expect(resolveFact(rounding, 'sq').readings.map(({ language }) => language)).toEqual(['sq', 'da']);
  });

  test('brings the citation of the reading that holds', () => {
    expect(resolveFact(rounding, 'da').reference).toEqual({ section: '2.3', facts: ['F-CRED-03b'], anomaly: 'A-20' });
  });

  test('is certain where they only stand in different places', () => {
    expect(resolveFact(alike)).toMatchObject({ value: [1, 2], uncertain: false, reference: { section: '2' } });
  });

  test('without a cautious reading is a bug of the data', () => {
    expect(() => resolveFact({ byLanguage: {}, cautious: 'sq' })).toThrow('no reading for the cautious language sq');
  });

  test('always resolves to one of its readings', () => {
    const languages = fc.constantFrom('sq', 'da', 'fr', 'kk', undefined);
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        fc.constantFrom<'sq' | 'da'>('sq', 'da'),
        languages,
        (sq, da, cautious, asked) => {
          const reading = (value: number) => ({ value, section: '1', facts: ['F-1'] });
          const held: Fact<number> = { byLanguage: { sq: reading(sq), da: reading(da) }, cautious };
          const resolved = resolveFact(held, asked);
          const known = asked === 'sq' || asked === 'da' ? asked : cautious;
          expect(resolved.value).toBe(known === 'sq' ? sq : da);
          expect(resolved.uncertain).toBe(asked !== 'sq' && asked !== 'da' && sq !== da);
        },
      ),
    );
  });
});

describe('a figure of a clause', () => {
  test.each([
    [20, undefined, 20],
    [['en', 'ja'], 'da', ['en', 'ja']],
    [{ byLanguage: { sq: 'may', da: 'must' }, cautious: 'da' as const }, undefined, 'must'],
    [{ byLanguage: { sq: 'may', da: 'must' }, cautious: 'da' as const }, 'sq', 'may'],
    [{ byLanguage: { sq: 'may', da: 'must' }, cautious: 'da' as const }, 'fr', 'must'],
  ])('%p governed by %p is %p', (figure, language, value) => {
    expect(figureValue(figure, language)).toEqual(value);
  });

  test.each([
    ['languages', 'languages'],
    ['excludedProducts', 'products'],
    ['endingServices', 'services'],
    ['onRequestSeverities', 'severities'],
    ['countries', 'countries'],
    ['byproducts', undefined],
    ['percent', undefined],
  ])('named %s is a list of %s', (name, kind) => {
    expect(figureKind(name)).toBe(kind);
  });
});
