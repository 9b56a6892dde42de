/** Figures of the account in words: numbers, money, quantities, and what two locations or two readings have. */
import { z } from 'zod';
import { Id } from '../knowledge/vocabulary.ts';
import { Amount, BookingFacts, Reading } from '../src/command/account-contract.ts';
import { IncidentFacts } from '../src/command/contract.ts';
import type { Voice } from './voice.ts';

const Named = IncidentFacts.pick({ id: true, severity: true, product: true });
const Ends = z.object({ from: z.number(), to: z.number() });
/** Only credits are debited, credited and counted as available; two ends of one value are too. */
const CREDITS: ReadonlySet<string> = new Set(['debited', 'credited', 'available']);
const MONEY: ReadonlySet<string> = new Set(['amount', 'cap', 'capUsed', 'caps', 'unallocated']);

/** The value in words, or undefined where its shape is none that a reader knows. Percentages are named so. */
export function figureWords(
  name: string,
  value: unknown,
  currency: string | undefined,
  voice: Voice,
): string | undefined {
  if (typeof value === 'number') return numberWords(name, value, currency, voice);
  if (typeof value === 'boolean') return voice.say(value ? 'allowed.yes' : 'allowed.no');
  if (Array.isArray(value)) return listWords(name, value, currency, voice);
  return objectWords(value, voice);
}

function numberWords(name: string, value: number, currency: string | undefined, voice: Voice): string {
  if (name.endsWith('Percent')) return voice.percent(value);
  if (CREDITS.has(name)) return voice.quantity(value, 'credits');
  return currency !== undefined && MONEY.has(name) ? voice.quantity(value, currency) : voice.number(value);
}

function listWords(
  name: string,
  values: readonly unknown[],
  currency: string | undefined,
  voice: Voice,
): string | undefined {
  const words = values.map((value) => {
    const reading = Reading.safeParse(value);
    if (reading.success) return readingWords(reading.data, voice);
    if (Id.safeParse(value).success) return voice.service(String(value));
    return typeof value === 'number' ? numberWords(name, value, currency, voice) : undefined;
  });
  const said = words.filter((word) => word !== undefined);
  return said.length === 0 ? undefined : voice.list(said);
}

const readingWords = ({ rounding, amount }: z.infer<typeof Reading>, voice: Voice): string =>
  voice.say('reading', { title: voice.code('rounding', rounding), details: voice.number(amount) });

function objectWords(value: unknown, voice: Voice): string | undefined {
  const amount = Amount.safeParse(value);
  if (amount.success) return voice.quantity(amount.data.amount, amount.data.unit);
  const ends = Ends.safeParse(value);
  if (ends.success) {
    const [from, to] = [ends.data.from, ends.data.to].map((credits) => voice.quantity(credits, 'credits'));
    return voice.say('compare.line', { from: from ?? '', to: to ?? '' });
  }
  const incident = Named.safeParse(value);
  if (incident.success) return incidentWords(incident.data, voice);
  const booking = BookingFacts.safeParse(value);
  return booking.success ? (booking.data.id ?? voice.date(booking.data.date)) : undefined;
}

/** Which incident it is, told so that a wrong one is noticed. */
const incidentWords = ({ id, severity, product }: z.infer<typeof Named>, voice: Voice): string =>
  [id, voice.say('severity.label', { severity }), voice.product(product)].join(' · ');
