import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean } from '../../cards/clean.ts';
import { createPresenter } from '../../cards/present.ts';
import { MESSAGE_LIMIT, utf16Bytes } from '../../cards/size.ts';
import { readVerb } from '../../cards/verbs.ts';
import type { Decision } from '../../src/command/answer.ts';
import { size } from '../support/sizes.ts';
import { complaintsOf, nodesOf, ofType, shownTexts } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { rapid } from './samples/responses.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
const runs = { numRuns: size(60, 3000) };

const show = (summary: string, by = 'Maja Holm'): Decision => ({
  ...decisions.incident,
  facts: {
    incident: { ...incident, summary, openedBy: by, environment: summary },
    plan: rapid,
    history: [{ at: incident.opened, event: 'noted', by, note: summary }],
    deadlines: [],
  },
});
const list = (summary: string): Decision => ({
  ...decisions.incidents,
  facts: { incidents: [{ ...incident, summary }] },
});
const confirm = (text: string): Decision => ({ ...decisions.close, args: { incident: incident.id, text } });
const form = (summary: string): Decision => ({ ...decisions.form, args: { summary, location: summary } });

/** Pieces that mean something to a template, to Markdown, to HTML, to a terminal or to the eye. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '${x}',
      '${incident.id}',
      '{{DATE(2026-03-02T10:00:00Z)}}',
      '$',
      '{',
      '}',
      '**',
      '_',
      '~~',
      '`',
      '# ',
      '- ',
      '1. ',
    ],
    ...[
      '[a](https://example.com)',
      '<b>',
      '</script>',
      '&amp;',
      '&#42;',
      '\\',
      '|',
      '> ',
      '\n',
      '\r\n',
      '\t',
      '"',
      "'",
    ],
    ...['\u202e', '\u2066', '\u200b', '\u0000', '\u001b[31m', '\u2028', '\ud800', '\ufeff', '\u{e0041}'],
    ...['👩‍💻', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'مرحبا', 'שלום', '資料庫', 'Қазақша', 'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const summaries = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 4000));

describe('whatever a person writes', () => {
  const cards: readonly [string, (text: string) => Decision][] = [
    ['an incident', show],
    ['a list of incidents', list],
    ['a confirmation', confirm],
    ['a form', form],
  ];

  test.each(cards)('%s stays a card that the library takes', (_, decisionOf) => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const { card, text } = present(decisionOf(summary), audience);
        expect(complaintsOf(card)).toEqual([]);
        expect(utf16Bytes(card)).toBeLessThan(MESSAGE_LIMIT);
        expect(text).not.toBe('');
      }),
      runs,
    );
  });

  test('stands in a run of rich text as it was typed, never in a text block that reads Markdown', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const { card } = present(show(summary), audience);
        const shown = ofType(card, /^TextRun$/).map(({ text }) => String(text).replaceAll('\u2060', ''));
        const typed = clean(summary);
        expect(typed.length > 1200 || typed === '' || shown.includes(typed)).toBe(true);
        for (const { text } of ofType(card, /^TextBlock$/)) {
          expect(String(text)).not.toMatch(/[*_[\]`~<>&\\|]|^\s*(?:[#+\-=]|\d+[.)])|\{\{/m);
        }
      }),
      runs,
    );
  });

  test('is never read as a template, and no function of the client runs in it', () => {
    for (const text of ['${$root}', "${concat('a','b')}", '${json("{}")}', '{{DATE(2026-03-02T10:00:00Z)}}']) {
      const texts = shownTexts(present(show(text), audience).card);
      expect(texts.map((shown) => shown.replaceAll('\u2060', ''))).toContain(text);
      expect(texts.filter((shown) => shown.includes('{{'))).toEqual([]);
    }
  });

  test('shows no character that hides or reorders', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const { card } = present(show(summary, summary), audience);
        for (const text of shownTexts(card))
          expect(text).not.toMatch(/(?!\n|\u200c|\u200d|\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      runs,
    );
  });

  test('goes back to the desk unchanged when it is confirmed', () => {
    fc.assert(
      fc.property(summaries, (text) => {
        const { card } = present(confirm(text), audience);
        const yes = nodesOf(card).find(({ verb }) => verb === 'confirm.yes');
        const read = readVerb('confirm.yes', JSON.parse(JSON.stringify(yes?.data)));
        expect(read).toMatchObject({ ok: true, value: { args: text.trim() === '' ? {} : { text: text.trim() } } });
      }),
      runs,
    );
  });

  test('prefills the form, where all of it fits', () => {
    const field = ofType(present(form('It *began* at ${now}'), audience).card, /^Input\.Text$/);
    expect(field.map(({ value }) => value)).toContain('It *began* at ${now}');
  });
});
