import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutMentionOf } from '../../../bot/teams/mentions.ts';

const mention = (id: string, text: string) => ({ type: 'mention' as const, text, mentioned: { id } });
const desk = mention('28:desk', '<at>Desk</at>');
const alex = mention('29:alex', '<at>Alex</at>');

describe('mentions in a text', () => {
  test.each([
    ['hello', [], 'hello'],
    ['<at>Desk</at> hello', [desk], 'hello'],
    ['\r\n<at>Desk</at> hello\r\n', [desk], 'hello'],
    ['hello <at>Desk</at>', [desk], 'hello'],
    ['<at>Desk</at>&nbsp;ask <at>Alex</at>', [desk, alex], 'ask Alex'],
    ['<at>Alex</at> ask', [alex], 'Alex ask'],
    ['<at>Desk</at> hello', [], 'hello'],
    ['<at id="0">Desk</at> hello', [], 'hello'],
    ['give <at>Alex</at> a call', [], 'give Alex a call'],
    ['<at>$& (.*</at> hello', [mention('28:desk', '<at>$& (.*</at>')], 'hello'],
    ['a < b and c > d', [], 'a < b and c > d'],
    ['write to maja@nordlys.example', [], 'write to maja@nordlys.example'],
  ])('%j with %j: %j', (text, mentions, expected) => {
    expect(withoutMentionOf('28:desk', text, mentions)).toBe(expected);
  });

  test('a text without mentions is only trimmed', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/<\/?at|&nbsp;|\u00a0/.test(text)),
        (text) => {
          expect(withoutMentionOf('28:desk', text, [])).toBe(text.trim());
        },
      ),
    );
  });
});
