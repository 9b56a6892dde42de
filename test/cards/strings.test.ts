import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorCodes } from '../../cards/errors.ts';
import { isStringKey, type StringKey, say, strings } from '../../cards/strings.ts';
import { argumentsOf } from '../../knowledge/message.ts';
import { Queue, Situation } from '../../knowledge/schema/chart.ts';
import { Rounding } from '../../knowledge/schema/edition.ts';
import { Condition, Prerequisite } from '../../knowledge/schema/service.ts';
import * as vocabulary from '../../knowledge/vocabulary.ts';
import {
  Allowed,
  commandNames,
  Impact,
  IncidentState,
  ProofSegment,
  ResponseFacts,
} from '../../src/command/contract.ts';
import { IncidentEvent } from '../../src/incident/events.ts';

const keys = Object.keys(strings.en).filter(isStringKey);
const languages = vocabulary.DeskLanguage.options;

/** Every closed list of the domain, by the group of keys that holds its words. */
const groups: Readonly<Record<string, readonly string[]>> = {
  programme: vocabulary.Programme.options,
  'severity.choice': vocabulary.Severity.options,
  chart: vocabulary.Chart.options,
  clock: vocabulary.Clock.options,
  effort: vocabulary.Effort.options,
  via: vocabulary.Channel.options,
  role: vocabulary.VendorRole.options,
  escalation: vocabulary.Escalation.options,
  obligation: vocabulary.Obligation.options,
  duty: vocabulary.Responsibility.options,
  condition: [...vocabulary.ResponseCondition.options, ...Condition.options],
  prerequisite: Prerequisite.options,
  rejection: vocabulary.Rejection.options,
  decision: vocabulary.CoverageDecision.options.flatMap((code) => [code, `${code}.means`]),
  unit: vocabulary.Unit.options,
  'unit-name': vocabulary.Unit.options,
  person: vocabulary.PersonRole.options,
  location: vocabulary.LocationRole.options,
  structure: vocabulary.Structure.options,
  family: vocabulary.ProductFamily.options,
  situation: Situation.options,
  attention: ['immediate', ...vocabulary.Clock.options],
  queue: Queue.options,
  state: IncidentState.options,
  event: IncidentEvent.options.flatMap(({ shape }) =>
    'options' in shape.type ? shape.type.options : [...shape.type.values],
  ),
  impact: Impact.options,
  rounding: Rounding.options,
  allowed: Allowed.options,
  proof: ProofSegment.shape.because.options,
  holidays: ResponseFacts.shape.proof.shape.holidays.options,
  command: commandNames,
  error: errorCodes.flatMap((code) => [`${code}.means`, `${code}.next`]),
};

describe('every code of the domain has words', () => {
  test.each(Object.entries(groups))('%s', (group, codes) => {
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !isStringKey(`${group}.${code}`))).toEqual([]);
  });

  test.each(
    Object.keys(groups).filter(
      (group) => !['attention', 'proof', 'chart', 'location', 'command', 'condition'].includes(group),
    ),
  )('%s has no words beyond its codes', (group) => {
    const words = keys.filter((key) => key.startsWith(`${group}.`));
    expect(words.map((key) => key.slice(group.length + 1)).filter((code) => !groups[group]?.includes(code))).toEqual(
      [],
    );
  });
});

describe('the keys are those that the cards say', () => {
  const folder = new URL('../../cards/', import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const groupsSaid = [
    ...[...source.matchAll(/(?:code|codeIfAny)\(\s*'([a-z-]+)'/g)].map(([, group]) => group),
    ...[...source.matchAll(/`([a-z][a-z.-]*)\.\$\{/g)].map(([, group]) => group),
    ...Object.keys(groups),
    ...['compare', 'fact', 'fee', 'route', 'cause'],
  ];

  test('no key is superfluous', () => {
    const silent = keys.filter(
      (key) => !source.includes(`'${key}'`) && !groupsSaid.some((group) => key.startsWith(`${group}.`)),
    );
    expect(silent).toEqual([]);
  });
});

describe.each(languages)('the strings in %s', (language) => {
  const table = strings[language];

  test('are the same keys as in English, none missing and none too many', () => {
    expect(Object.keys(table).sort()).toEqual([...keys].sort());
  });

  test('take the same arguments as in English', () => {
    const differing = keys.filter((key) => {
      const [own, english] = [table[key], strings.en[key]].map((message) => [...argumentsOf(message)].sort().join());
      return own !== english;
    });
    expect(differing).toEqual([]);
  });

  test('are messages that can be said', () => {
    for (const key of keys) {
      const args = Object.fromEntries(
        [...argumentsOf(strings.en[key])].map((name) => [name, name === 'count' ? 3 : 'x']),
      );
      expect(say(language, key, args).trim()).not.toBe('');
    }
  });

  test('hold no markup, no straight quotation marks and no stray blanks', () => {
    const odd = keys.filter((key) => /[*_`<>[\]]|"|'|^\s|\s$|\s\s/.test(table[key].replaceAll(/\{[^{}]*\}/g, 'x')));
    expect(odd).toEqual([]);
  });
});

test('an argument is put in as it is, whatever it looks like', () => {
  const key: StringKey = 'incident.kicker';
  expect(say('en', key, { id: '{severity} <b>it’s</b> ${x}' })).toBe('Incident {severity} <b>it’s</b> ${x}');
});
