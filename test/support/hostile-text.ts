/** Texts that nobody would write and somebody will send: scraps of commands, signs, markup and random characters. */
import fc from 'fast-check';

const words = [
  'severity ',
  '1',
  'A',
  ' деңгей',
  '嚴重性',
  'Azure ',
  'SQL',
  'INC-',
  'open an incident ',
  'yes',
  'no',
  'cancel ',
];
const joints = [': ', '. ', '-', '–', '/', ' to ', ' til ', 'from ', 'next ', '\n', ' and ', '?'];
const numbers = ['2026', '年', '月', '日', '五', '十', '$', '10,000', '１', 'Ⅷ', '٣', '9'.repeat(40), '-1', '0.1'];
const signs = ['\u0000', '\ud800', '\u202e', '\u2066', '👩‍👧', 'e\u0301\u0301\u0301', 'қазан', 'ë', 'œ', '@', 'a@b.co'];
const markup = [
  '<at>',
  '</at>',
  '${x}',
  '{{x}}',
  '[a](http://x)',
  '__proto__',
  'constructor',
  '<script>',
  '\\',
  '`',
  '**',
];

const scraps = fc.constantFrom(...words, ...joints, ...numbers, ...signs, ...markup);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(scraps, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.tuple(scraps, fc.integer({ min: 1, max: 3000 })).map(([scrap, times]) => scrap.repeat(times)),
);
