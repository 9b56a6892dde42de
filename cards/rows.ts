/** Facts and arguments that have no card of their own, as rows of a name and a value. */
import { z } from 'zod';
import { IsoDate, Severity } from '../knowledge/vocabulary.ts';
import { clean, cut } from './clean.ts';
import { figureWords } from './figures.ts';
import type { Row } from './sheet.ts';
import type { Voice } from './voice.ts';

const MOST_ROWS = 14;
const MOST_TEXT = 400;
/** What other parts of a card tell, or what is no reader's business: a calendar file, the figure that was quoted. */
const HIDDEN: ReadonlySet<string> = new Set([
  ...['allowed', 'because', 'conditions', 'uncertain', 'steps', 'workOrder', 'edition'],
  ...['calendar', 'calendarUrl', 'lastSpent', 'quoted', 'currency', 'unit', 'dropped'],
]);
/** Names whose values are codes with words under the same name. */
const CODED: ReadonlySet<string> = new Set([
  ...['clock', 'decision', 'effort', 'fee', 'impact', 'queue', 'rounding', 'route', 'state', 'structure', 'cause'],
]);
const Instant = z.iso.datetime({ offset: true });

type Facts = Readonly<Record<string, unknown>>;

/** A row for each value that can be said; what has no shape that a reader knows is left to the facts. */
export function rowsOf(facts: Facts, voice: Voice): Row[] {
  const currency = typeof facts.currency === 'string' ? facts.currency : undefined;
  return Object.entries(facts)
    .filter(([name]) => !HIDDEN.has(name))
    .flatMap(([name, value]) => {
      const shown =
        typeof value === 'string' ? textWords(name, value, voice) : figureWords(name, value, currency, voice);
      return shown === undefined || shown === '' ? [] : [{ label: voice.code('fact', name), value: shown }];
    })
    .slice(0, MOST_ROWS);
}

const textWords = (name: string, value: string, voice: Voice): string =>
  named(name, value, voice) ?? dated(value, voice) ?? cut(clean(value).trim(), MOST_TEXT);

/** Ids whose kind the argument's name tells. */
function named(name: string, value: string, voice: Voice): string | undefined {
  if (name === 'product') return voice.product(value);
  if (name === 'service' || name === 'for') return voice.service(value);
  if (name === 'location') return voice.location(value);
  if (name === 'from' || name === 'to') return endName(value, voice);
  if (name === 'severity' && Severity.safeParse(value).success) return voice.say('severity.label', { severity: value });
  return CODED.has(name) ? voice.codeIfAny(name, value) : undefined;
}

/** What something is moved from or to: a service, an edition, or a location. */
function endName(value: string, voice: Voice): string {
  if (Object.hasOwn(voice.names.services, value)) return voice.service(value);
  const edition = voice.edition(value);
  return edition === value ? voice.location(value) : edition;
}

function dated(value: string, voice: Voice): string | undefined {
  if (IsoDate.safeParse(value).success) return voice.date(value);
  return Instant.safeParse(value).success ? voice.when(value) : undefined;
}
