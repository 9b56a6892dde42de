import { describe, expect, test } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { prepared } from '../../cards/expand.ts';
import parts from '../../cards/templates/parts.json' with { type: 'json' };

/** What the library itself makes of the template. */
const byLibrary = (template: unknown, data: unknown): unknown => new Template(template).expand({ $root: data });

const template = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  speak: '${speak}',
  twice: '${speak} and ${header.tone}',
  body: [
    {
      type: 'Container',
      style: '${header.tone}',
      items: [{ $data: '${lines}', text: '${$data}' }, 'as it is', 7, null],
    },
    { $data: '${rows}', columns: [{ text: '${label}' }, { $when: '${value != null}', text: '${value}', shown: true }] },
    { $when: "${speak == 'a'}", text: 'only for a' },
    { $when: '${count(rows) > 1}', inner: { $data: '${rows}', text: '${label}' } },
    { $data: '${header}', text: '${tone}', deep: { of: { it: '${tone}' } } },
  ],
  actions: [[{ $data: '${lines}', title: '${$data}' }]],
};

const word = fc.constantFrom('a', 'b', '', '${a}', '*');
const field = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
const given = fc.record(
  {
    speak: field(word),
    header: field(fc.record({ tone: field(word), Tone: word }, { requiredKeys: [] })),
    lines: field(fc.array(word, { maxLength: 3 })),
    rows: field(
      fc.array(
        fc.record(
          { label: field(word), value: field(fc.oneof(fc.integer(), fc.boolean(), word)) },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
    ),
  },
  { requiredKeys: [] },
);

describe('a template is filled as the library fills it', () => {
  test('with whatever is given, is missing or is nothing', () => {
    const fill = prepared(template);
    fc.assert(
      fc.property(given, (data) => {
        expect(outcomeOf(() => fill(data))).toEqual(outcomeOf(() => byLibrary(template, data)));
      }),
    );
  });

  test.each(Object.entries(parts))('each part of the cards, with nothing given: %s', (_name, part) => {
    expect(outcomeOf(() => prepared(part)({}))).toEqual(outcomeOf(() => byLibrary(part, {})));
  });

  test('anew each time: nothing of one card is part of the next', () => {
    const fill = prepared({ body: [{ type: 'TextBlock', text: '${text}' }] });
    const [one, other] = [fill({ text: 'one' }), fill({ text: 'other' })];
    expect([one, other]).toEqual(['one', 'other'].map((text) => ({ body: [{ type: 'TextBlock', text }] })));
  });
});

describe('what is not given to a template is refused when it is read', () => {
  test.each(['${$root.speak}', '${$index}', 'no. ${$index + 1}', '${$host.name}'])('%s', (text) => {
    expect(() => prepared({ text })).toThrow(text);
  });

  test('so is a condition that is no expression', () => {
    expect(() => prepared({ $when: true, text: 'a' })).toThrow('condition');
  });
});

/** What came of it; that it failed counts, not in which words. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return { made: work() };
  } catch {
    return 'failed';
  }
}
