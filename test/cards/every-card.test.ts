import { describe, expect, test } from '@jest/globals';
import { VIEW_VERB, ViewPayload } from '../../cards/own-view.ts';
import { CARD_LIMIT, utf16Bytes } from '../../cards/size.ts';
import { readVerb, verbNames } from '../../cards/verbs.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { commandNames } from '../../src/command/contract.ts';
import { IncidentEvent } from '../../src/incident/events.ts';
import { complaintsOf, nodesOf, ofType } from './card-tree.ts';
import { sampleCards } from './samples/cards.ts';
import { decisions } from './samples/decisions.ts';
import { news } from './samples/news.ts';

const cases = DeskLanguage.options.flatMap((language) =>
  Object.values(sampleCards(language))
    .flat()
    .map((sample) => ({ ...sample, name: `${sample.name} in ${language}` })),
);

test('there is a sample of every command’s answer, and of every event', () => {
  const answered = Object.values(decisions).filter(
    ({ status, facts }) => (status === 'answered' || status === 'done') && facts.dropped === undefined,
  );
  expect(new Set(answered.map(({ command }) => command))).toEqual(new Set(commandNames));
  const types = IncidentEvent.options.flatMap(({ shape: { type } }) => ('options' in type ? type.options : type.value));
  expect(Object.keys(news).toSorted()).toEqual(types.toSorted());
});

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
      expect(action.data).toHaveProperty('verb', action.verb);
      if (action.verb === VIEW_VERB) expect(ViewPayload.safeParse(action.data)).toMatchObject({ success: true });
      else {
        expect(verbNames).toContain(action.verb);
        expect(readVerb(String(action.verb), action.data)).toMatchObject({ ok: true });
      }
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
