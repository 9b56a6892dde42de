import { describe, expect, test } from '@jest/globals';
import { type ChoiceAbout, choose, everything, ReminderChoices, wants } from '../../src/schedule/choices.ts';

const having = (...chosen: readonly (readonly [ChoiceAbout, 'on' | 'off'])[]) =>
  chosen.reduce((choices, [about, to]) => choose(choices, about, to), everything);

const all = { topic: 'all' } as const;
const account = { topic: 'account' } as const;
const incidents = { topic: 'incidents' } as const;
const one = { incident: 'INC-1' };

describe('what a person wants to be reminded of', () => {
  const table: readonly (readonly [string, ReminderChoices, { account: boolean; one: boolean; other: boolean }])[] = [
    ['everything without a word', everything, { account: true, one: true, other: true }],
    ['nothing', having([all, 'off']), { account: false, one: false, other: false }],
    ['not of the account', having([account, 'off']), { account: false, one: true, other: true }],
    ['not of incidents', having([incidents, 'off']), { account: true, one: false, other: false }],
    ['not of one incident', having([one, 'off']), { account: true, one: false, other: true }],
    ['of one incident alone', having([all, 'off'], [one, 'on']), { account: false, one: true, other: false }],
    [
      'of incidents again, each of them',
      having([one, 'off'], [incidents, 'on']),
      { account: true, one: true, other: true },
    ],
    ['of all again', having([account, 'off'], [one, 'off'], [all, 'on']), { account: true, one: true, other: true }],
  ];

  test.each(table)('%s', (_name, choices, wanted) => {
    expect({
      account: wants(choices, undefined),
      one: wants(choices, 'INC-1'),
      other: wants(choices, 'INC-2'),
    }).toEqual(wanted);
    expect(ReminderChoices.parse(choices)).toEqual(choices);
  });

  test('an incident with the name of a member of every object is an incident like any other', () => {
    expect(wants(everything, 'constructor')).toBe(true);
    expect(wants(choose(everything, { incident: 'toString' }, 'off'), 'toString')).toBe(false);
  });
});
