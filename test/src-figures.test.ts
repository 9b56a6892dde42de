import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** The folders of the rules: what they say of a contract must come from an edition, never from the code. */
const RULES = ['agreement', 'entitlement', 'incident', 'ledger', 'routing', 'schedule', 'severity'];

/** Numbers that are no term of a contract, each with its reason, by file. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    '0': 'nothing, first',
    '1': 'one, next',
    '2': 'two',
    '7': 'days of a week',
    '10': 'characters of an ISO date; the base of the decimal system',
    '100': 'percent',
    '4000': 'characters of a text that a person types',
    '60_000': 'milliseconds of a minute',
  },
  'agreement/check-work-order.ts': { '4': 'characters of a year' },
  'agreement/contacts.ts': { '500': 'changes of the contacts that are kept' },
  'agreement/work-order.ts': { '3': 'letters of a currency' },
  'incident/events.ts': { '5': 'the best score of a survey' },
  'incident/incident-id.ts': {
    '6': 'digits of a number',
    '8': 'attempts before a number grows',
    '9': 'leading digits other than zero',
    '13': 'bits of a hash',
    '15': 'bits of a hash',
  },
  'ledger/calendar-file.ts': {
    '75': 'octets of a line (RFC 5545)',
    '3': 'octets of a folded line',
    '4': 'characters of a year',
    '6': 'characters of a date',
    '8': 'characters of a date',
  },
  'ledger/file/cells.ts': {
    '3': 'digits between separators of thousands',
    '6': 'decimals of a quantity',
    '12': 'digits of a quantity',
    '15': 'digits that a spreadsheet keeps',
    '11': 'December, as months are counted',
    '30': 'the day before which serial numbers begin',
    '1899': 'the year in which serial numbers begin',
    '1900': 'the first year of a date cell',
    '2999': 'the last year of a date cell',
    '86_400_000': 'milliseconds of a day',
  },
  'ledger/file/posting-row.ts': { '200': 'characters of a reference or a name' },
  'ledger/approvals.ts': { '200': 'decided requests that are kept', '86_400_000': 'milliseconds of a day' },
  'ledger/forecast.ts': { '4': 'weeks of use that a forecast rests on at least, the desk’s own choice' },
  'ledger/entries.ts': { '200': 'characters of a reference in an imported file' },
  'schedule/agreement-reminders.ts': {
    '90': 'days ahead, the desk’s own choice',
    '60': 'days ahead, the desk’s own choice',
    '30': 'days ahead, the desk’s own choice',
  },
  'schedule/incident-reminders.ts': { '3': 'three quarters of a clock', '4': 'three quarters of a clock' },
  'ledger/statement.ts': { '200': 'entries told at once' },
};

const source = (folder: string): string => join(import.meta.dirname, '../src', folder);

function numbersIn(file: string): string[] {
  const code = readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, '``')
    .replaceAll(/\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '//');
  return [...code.matchAll(/(?<![\w$.])\d[\d_]*(?:\.\d+)?(?![\w$])/g)].map(([number]) => number);
}

describe('no figure of a contract stands in code', () => {
  const files = RULES.flatMap((folder) =>
    readdirSync(source(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );

  test.each(files)('src/%s', (name) => {
    const known = { ...allowed['*'], ...allowed[name] };
    expect(numbersIn(source(name)).filter((number) => known[number] === undefined)).toEqual([]);
  });
});
