import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createPresenter } from '../../cards/present.ts';
import { isStringKey, type StringKey, strings } from '../../cards/strings.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { contracts } from '../../src/command/contract.ts';
import { nodesOf, ofType, shownTexts } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
const DeadlineKey = z.custom<StringKey>((key) => typeof key === 'string' && isStringKey(key));
const texts = (decision: Parameters<typeof present>[0], now = audience.now): string[] =>
  shownTexts(present(decision, { ...audience, now }).card);

describe('the running clock of an incident', () => {
  const titled = (now: string) =>
    texts({ ...decisions.engineer, facts: { ...decisions.opened.facts, history: [], deadlines: [] } }, now);

  test.each([
    ['2026-03-02T10:06:00+01:00', '9 minutes left (at 10:06)'],
    ['2026-03-02T10:14:30+01:00', '1 minute left (at 10:14)'],
    ['2026-03-02T10:15:00+01:00', '0 minutes left (at 10:15)'],
    ['2026-03-02T10:16:10+01:00', '2 minutes late (at 10:16)'],
  ])('at %s reads %s', (now, words) => {
    expect(titled(now)).toContain(words);
  });

  test('is a bar that Teams draws, and a picture with words elsewhere', () => {
    const { card } = present(decisions.waiting, audience);
    expect(nodesOf(card).filter(({ type }) => type === 'ProgressBar')).toEqual([
      expect.objectContaining({
        value: 38,
        color: 'Good',
        fallback: expect.objectContaining({ type: 'Image', altText: 'Bar: 38% of the time has passed' }),
      }),
    ]);
  });

  test('is gone once somebody has responded; the card says whether that was in time', () => {
    const { card } = present(decisions.incident, audience);
    expect(ofType(card, /^ProgressBar$/)).toEqual([]);
    expect(shownTexts(card)).toContain('10:09 today, Monday 2 March, in time');
    const history = [{ at: '2026-03-02T10:20:00+01:00', event: 'acknowledged', by: 'Alex Berg' }];
    expect(texts({ ...decisions.incident, facts: { ...decisions.incident.facts, history } })).toContain(
      '10:20 today, Monday 2 March, 5 minutes late',
    );
  });

  test('that stands still is drawn, with what it shows in words', () => {
    const [picture] = ofType(present(decisions.waiting, audience).card, /^Image$/).filter(
      ({ altText }) => !String(altText).startsWith('Bar'),
    );
    expect(picture?.altText).toBe(
      'Clocks on a line of time. First response: due 16:15 today, Monday 2 March. Now: 10:00 today, Monday 2 March.',
    );
  });
});

describe('who has an incident', () => {
  test('is the last to acknowledge it, or nobody yet', () => {
    expect(texts(decisions.incident)).toEqual(expect.arrayContaining(['Who has it', 'Alex Berg']));
    expect(texts(decisions.engineer)).toEqual(expect.arrayContaining(['Who has it', 'Nobody yet']));
  });
});

describe('the deadlines of an incident', () => {
  test.each(DeskLanguage.options)('have words in %s', (language) => {
    const what = ['next-update', 'next-duty', 'root-cause', 'rca-request', 'incident-review', 'event-summary'];
    const deadlines = what.map((name) => ({ what: name, due: '2026-03-03', because: [], incident: incident.id }));
    const { card } = present(
      { ...decisions.incident, facts: { ...decisions.incident.facts, deadlines } },
      { ...audience, language },
    );
    const words = what.map((name) => strings[language][DeadlineKey.parse(`deadline.${name}`)]);
    expect(shownTexts(card)).toEqual(expect.arrayContaining(words));
  });
});

describe('the timeline of an incident', () => {
  const note = 'We restarted the listener. '.repeat(12).trim();
  const history = Array.from({ length: 14 }, (_, index) => ({
    at: `2026-03-02T10:${10 + index}:00+01:00`,
    event: 'noted',
    by: 'Maja Holm',
    note: index === 13 ? note : `Note ${index}`,
  }));
  const { card } = present({ ...decisions.incident, facts: { ...decisions.incident.facts, history } }, audience);
  const byId = (id: string) => nodesOf(card).find((node) => node.id === id);

  test('has the newest first, at a glance four', () => {
    const whole = JSON.stringify(byId('fold-history'));
    expect(whole.indexOf('Note 12')).toBeLessThan(whole.indexOf('Note 11'));
    expect(JSON.stringify(byId('fold-history-older'))).toContain('Note 9');
    expect(JSON.stringify(byId('fold-history-older'))).not.toContain('Note 10');
    expect(shownTexts(card)).toContain('and 4 more');
  });

  test('cuts a long note, and shows it whole at a press', () => {
    const [cutNote, whole] = ['fold-history-note-0-cut', 'fold-history-note-0'].map(byId);
    expect(cutNote).toMatchObject({ isVisible: true, inlines: [expect.stringMatching(/^We restarted.*…$/)] });
    expect(whole).toMatchObject({ isVisible: false, inlines: [note] });
    const toggles = ofType(card, /^Action\.ToggleVisibility$/).find(({ title }) => title === 'Show all');
    expect(toggles?.targetElements).toEqual(['fold-history-older', 'fold-history-note-0-cut', 'fold-history-note-0']);
  });

  test('says which severity was asked for and set', () => {
    expect(texts(decisions.waiting)).toEqual(
      expect.arrayContaining([
        'Opened: Severity C',
        'Another severity asked for: Severity B',
        'Severity set: Severity B',
      ]),
    );
  });
});

test('the most useful step stands first: what the contact asks for, what the engineer does', () => {
  const titles = (steps: readonly string[]) =>
    ofType(
      present({ ...decisions.incident, facts: { ...decisions.incident.facts, steps } }, audience).card,
      /^Action\.Execute$/,
    )
      .map(({ title }) => title)
      .slice(0, 3);
  expect(titles(['severity.request', 'incident.note', 'incident.close'])).toEqual([
    'Ask for another severity',
    'Note',
    'Close',
  ]);
  expect(titles(['incident.acknowledge', 'severity.set', 'incident.note'])).toEqual([
    'Acknowledge',
    'Set severity',
    'Note',
  ]);
});

describe('the refresh of an incident’s card', () => {
  test('is left out for a client that did not say who reads', () => {
    expect(present(decisions.incident, audience).card).not.toHaveProperty('refresh');
  });

  test('is asked for the one reader that the client named', () => {
    expect(present(decisions.incident, { ...audience, reader: '29:maja' }).card).toMatchObject({
      refresh: { action: { verb: 'incident.refresh', data: { incident: incident.id } }, userIds: ['29:maja'] },
    });
  });

  test('ends with the incident', () => {
    expect(present(decisions.resolved, { ...audience, reader: '29:maja' }).card).not.toHaveProperty('refresh');
  });
});

test('more than one clock is drawn, each in its lane, and named', () => {
  const clock = { side: 'vendor', state: 'running', from: '2026-03-02T09:40:00+01:00', segments: [] } as const;
  const clocks = [
    { ...clock, what: 'next-update', due: '2026-03-02T11:00:00+01:00' },
    { ...clock, what: 'next-duty', due: '2026-03-02T13:00:00+01:00' },
  ];
  const shown = (list: readonly object[]) =>
    ofType(
      present({ ...decisions.incident, facts: { ...decisions.incident.facts, clocks: list } }, audience).card,
      /^Image$/,
    );
  expect(shown(clocks).map(({ altText }) => altText)).toEqual([
    expect.stringMatching(/Next status update: due 11:00 today.*; Your next duty: due 13:00 today/),
  ]);
  expect(shown(clocks.slice(1))).toEqual([]);
});

test('a severity that is asked for leaves the steps and the history on the card, and no clock that it would bring', () => {
  const { history, steps } = contracts['incident.show'].facts.parse(decisions.waiting.facts);
  const { card } = present({ ...decisions.severity, facts: { ...decisions.severity.facts, history, steps } }, audience);
  expect(ofType(card, /^Action\.Execute$/).map(({ title }) => title)).toContain('Ask for another severity');
  expect(nodesOf(card).some(({ id }) => id === 'fold-history')).toBe(true);
  expect(ofType(card, /^ProgressBar$/)).toEqual([]);
});
