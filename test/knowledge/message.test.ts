import { describe, expect, test } from '@jest/globals';
import { readablePath } from '../../knowledge/fault.ts';
import { deepFreeze, frozenMap } from '../../knowledge/freeze.ts';
import { argumentsOf } from '../../knowledge/message.ts';

describe('the arguments of a message', () => {
  test.each([
    ['no figure', []],
    ['at most {percent, number} % of {usd, number}', ['percent', 'usd']],
    ['{weeks, plural, one {# week} other {# weeks}} of {what}', ['weeks', 'what']],
    ['{a, select, true {{b, plural, one {{c}} other {#}}} other {}}', ['a', 'b', 'c']],
    ['from {start} to {end}, at {start}', ['start', 'end']],
    ['a word in <brackets> is no argument', []],
    ['an annex’s own word', []],
  ])('%s: %p', (message, names) => {
    expect([...argumentsOf(message)]).toEqual(names);
  });

  test.each(['{', '{a, plural, one {x}}', '{a, select, un-less {x} other {y}}'])('%s is no message', (message) => {
    expect(() => argumentsOf(message)).toThrow();
  });
});

describe('a path that people can read', () => {
  test.each([
    [[], ''],
    [['charts', 'base', 'rows', 2, 'effort'], 'charts.base.rows[2].effort'],
    [['charts', 'azure-events', 'service'], 'charts.azure-events.service'],
    [['services', 'Web Casts', 0], 'services["Web Casts"][0]'],
    [[3, 'topic'], '[3].topic'],
  ])('%p: %s', (path, written) => {
    expect(readablePath(path)).toBe(written);
  });
});

describe('frozen data', () => {
  test('are frozen to the leaves, and the same', () => {
    const data = { a: [{ b: 1 }], c: null };
    expect(deepFreeze(data)).toBe(data);
    expect([data, data.a, data.a[0]].every(Object.isFrozen)).toBe(true);
  });

  test('a map reads as any map and takes nothing in', () => {
    const map = frozenMap([['a', 1]]);
    expect([map.get('a'), map.size, [...map.keys()]]).toEqual([1, 1, ['a']]);
    expect(() => (map as Map<string, number>).set('b', 2)).toThrow('knowledge cannot be changed');
  });
});
