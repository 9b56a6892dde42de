import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { CARD_LIMIT, utf16Bytes } from '../../cards/size.ts';
import { readVerb, verbNames } from '../../cards/verbs.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { complaintsOf, nodesOf, ofType } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { notices } from './samples/notices.ts';
import { audience, products, services } from './samples/setting.ts';

const { present, announce, remind } = createPresenter({ services, products });
const cases = DeskLanguage.options.flatMap((language) => [
  ...Object.entries(decisions).map(([name, decision]) => ({
    name: `${name} in ${language}`,
    ...present(decision, { ...audience, language }),
  })),
  ...Object.entries(notices).map(([name, notice]) => ({
    name: `a reminder of ${name} in ${language}`,
    ...remind(notice, { ...audience, language }),
  })),
  { name: `a channel in ${language}`, ...announce(incident, ['29:a'], { ...audience, language }) },
]);

describe.each(cases)('$name', ({ card, text }) => {
  test('is a card of version 1.5 that the library takes without a warning', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(complaintsOf(card)).toEqual([]);
  });

  test('has no gap in its template, no empty text and no number where a text belongs', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    for (const { text: shown } of ofType(card, /^(TextBlock|TextRun)$/)) {
      expect(typeof shown).toBe('string');
      expect(String(shown).trim()).not.toBe('');
    }
    expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
  });

  test('says in plain words what it shows', () => {
    expect(card).toHaveProperty('speak', text);
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|NaN|Invalid Date|\s\s|\.\./);
  });

  test('labels every input and says what is wrong with it', () => {
    for (const input of ofType(card, /^Input\./)) {
      expect(String(input.label ?? '')).not.toBe('');
      if (input.isRequired === true) expect(String(input.errorMessage ?? '')).not.toBe('');
    }
  });

  test('sends verbs that the desk knows, by Action.Execute and by Action.Submit alike', () => {
    for (const action of ofType(card, /^Action\.Execute$/)) {
      expect(verbNames).toContain(action.verb);
      expect(action.data).toHaveProperty('verb', action.verb);
      expect(readVerb(String(action.verb), action.data)).toMatchObject({ ok: true });
    }
    const pressed = nodesOf(card).filter(({ type, title }) => type === 'Action.Execute' && title !== undefined);
    const refreshing = Object(card).refresh?.action;
    for (const action of pressed.filter((candidate) => candidate !== refreshing)) {
      expect(action.fallback).toMatchObject({ type: 'Action.Submit', title: action.title, data: action.data });
    }
  });

  test('folds open what it holds', () => {
    const ids = nodesOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = ofType(card, /^Action\.ToggleVisibility$/).flatMap(({ targetElements }) => targetElements);
    expect(ids).toEqual(expect.arrayContaining(targets));
  });

  test('is small enough for a message extension and a webhook', () => {
    expect(utf16Bytes(card)).toBeLessThan(CARD_LIMIT);
  });
});
