import { describe, expect, test } from '@jest/globals';
import { clean, cleanLine, cut } from '../../cards/clean.ts';
import { seal } from '../../cards/seal.ts';
import { utf16Bytes } from '../../cards/size.ts';

const block = (text: string, look: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...look });

describe('sealing a card', () => {
  test('leaves plain text as a text block', () => {
    expect(seal(block('By 10:15 today, Monday 2 March'))).toEqual(block('By 10:15 today, Monday 2 March'));
  });

  test.each([
    ['a date that begins with a number and a dot', '2. marts 2026'],
    ['emphasis', 'order_db *now*'],
    ['a link', '[here](https://example.com)'],
    ['an entity', 'A&amp;B'],
    ['a tag', '<b>'],
    ['a heading', '# down'],
    ['a list', '- down'],
    ['a line', 'down\n==='],
  ])('makes rich text of %s, which no client reads as Markdown', (_, text) => {
    expect(seal(block(text, { weight: 'Bolder', isVisible: false, id: 'fold-a' }))).toEqual({
      type: 'RichTextBlock',
      id: 'fold-a',
      isVisible: false,
      inlines: [{ type: 'TextRun', text, weight: 'Bolder' }],
    });
  });

  test('keeps a date function of the client from running', () => {
    expect(seal({ type: 'TextRun', text: '{{DATE(2026-03-02T10:00:00Z)}}' })).toEqual({
      type: 'TextRun',
      text: '{\u2060{DATE(2026-03-02T10:00:00Z)}}',
    });
  });

  test('leaves what a button sends alone', () => {
    const action = { type: 'Action.Execute', title: 'x', data: { text: '{{TIME(x)}}', inner: block('*x*') } };
    expect(seal(action)).toEqual({ ...action, data: { text: '{{TIME(x)}}', inner: block('*x*') } });
  });
});

describe('text of people', () => {
  test.each([
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['a direction override', 'abc\u202edef', 'abc def'],
    ['an escape sequence', 'a\u001b[31mb', 'a [31mb'],
    ['a lone surrogate', 'a\ud800b', 'a b'],
    ['a flood of blank lines', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['an emoji of several characters', '👩‍💻', '👩‍💻'],
    ['marks piled on a letter', `e${'\u0301'.repeat(30)}`, `e${'\u0301'.repeat(6)}`],
  ])('is cleaned of %s', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  test('on one line has single blanks', () => {
    expect(cleanLine('  a\n\n b\tc ')).toBe('a b c');
  });

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['ab 👩‍💻', 5, 'ab…'],
    ['abc   def', 6, 'abc…'],
  ])('%j cut to %i is %j', (text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
  });
});

test('a card weighs two bytes for each unit of its JSON', () => {
  expect(utf16Bytes({ a: 'é' })).toBe(18);
  expect(utf16Bytes('👍')).toBe(8);
});
