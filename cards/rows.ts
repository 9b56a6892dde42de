/** Facts and arguments that have no card of their own, as rows of a name and a value. */
import { z } from 'zod';
import { IsoDate, Severity } from '../knowledge/vocabulary.ts';
import { clean, cut } from './clean.ts';
import type { Row } from './sheet.ts';
import type { Voice } from './voice.ts';

const MOST_ROWS = 12;
const MOST_TEXT = 400;
/** Names whose values are codes with words under the same name. */
const CODED: ReadonlySet<string> = new Set([
  'allowed',
  'clock',
  'decision',
  'effort',
  'fee',
  'impact',
  'queue',
  'rounding',
  'route',
  'state',
  'structure',
]);
const Instant = z.iso.datetime({ offset: true });

/** A row for each scalar; what is nested or unknown to words is left to the facts. */
export function rowsOf(facts: Readonly<Record<string, unknown>>, voice: Voice): Row[] {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      const shown = shownValue(name, value, voice);
      return shown === undefined ? [] : [{ label: voice.code('fact', name), value: shown }];
    })
    .slice(0, MOST_ROWS);
}

function shownValue(name: string, value: unknown, voice: Voice): string | undefined {
  if (typeof value === 'number') return voice.number(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return named(name, value, voice) ?? dated(value, voice) ?? cut(clean(value), MOST_TEXT);
}

/** Ids whose kind the argument's name tells. */
function named(name: string, value: string, voice: Voice): string | undefined {
  if (name === 'product') return voice.product(value);
  if (name === 'service') return voice.service(value);
  if (name === 'location') return voice.location(value);
  if (name === 'edition') return voice.edition(value);
  if (name === 'severity' && Severity.safeParse(value).success) return voice.say('severity.label', { severity: value });
  return CODED.has(name) ? voice.codeIfAny(name, value) : undefined;
}

function dated(value: string, voice: Voice): string | undefined {
  if (IsoDate.safeParse(value).success) return voice.date(value);
  return Instant.safeParse(value).success ? voice.when(value) : undefined;
}
