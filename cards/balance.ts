/** What is left: each balance with a bar, what was used, and until when it can be used. */
import { z } from 'zod';
import type { Citation } from '../src/command/answer.ts';
import type { Balance, FactsOf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/balance.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);
const Bar = z.strictObject({
  weight: z.number().int().min(1).max(100),
  style: z.enum(['accent', 'emphasis', 'warning']),
});
const Entry = z.strictObject({ title: Shown, remaining: Shown, bars: z.array(Bar), details: Shown });
export const Balances = Sheet.extend({ entries: z.array(Entry), more: z.array(Shown).max(1) });
const fill = cardOf(template, Balances);

/** A card with more rows than these is a report; the command takes a service and a location to narrow it. */
const MOST_BALANCES = 12;

/** The balance card; figures in the unit of each service. */
export function balanceCard(facts: FactsOf<'balance.show'>, citations: readonly Citation[], voice: Voice): Rendered {
  const { shown, more } = page(facts.balances, MOST_BALANCES);
  const basis = voice.basis(citations);
  const text = sentences(
    ...(facts.balances.length === 0 ? [voice.say('balance.none')] : shown.map((balance) => textOf(balance, voice))),
    more > 0 ? ended(voice.say('more', { count: more })) : undefined,
    ended(basis),
  );
  const card = fill({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say('balance.kicker'),
      headline: voice.say('balance.title'),
      sublines: facts.balances.length === 0 ? [voice.say('balance.none')] : [],
    },
    entries: shown.map((balance) => entryOf(balance, voice)),
    more: more > 0 ? [voice.say('more', { count: more })] : [],
    actions: [button(voice.say('action.contract'), 'contract.show', {})],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

const titleOf = ({ service, location }: Balance, voice: Voice): string =>
  location === undefined
    ? voice.service(service)
    : voice.say('balance.at', { service: voice.service(service), location: voice.location(location) });

function textOf(balance: Balance, voice: Voice): string {
  const { unit, remaining, expires } = balance;
  return voice.say('balance.text-line', {
    service: titleOf(balance, voice),
    remaining: voice.quantity(remaining, unit),
    purchased: amountOf(totalOf(balance), unit, voice),
    date: voice.date(expires),
  });
}

/** What there was to spend: what was purchased, and what came by exchange. */
const totalOf = ({ purchased, exchanged = 0 }: Balance): number => purchased + Math.max(0, exchanged);

/** The second of two amounts of one unit: the number alone, but money always with its currency. */
const amountOf = (count: number, unit: string, voice: Voice): string =>
  /^[A-Z]{3}$/.test(unit) ? voice.quantity(count, unit) : voice.number(count);

function entryOf(balance: Balance, voice: Voice): z.input<typeof Entry> {
  const { unit, remaining, used, reserved, lapsed = 0, exchanged = 0, arrears = 0, expires } = balance;
  const parts = { used, reserved, exchanged, lapsed, arrears };
  const details = Object.entries(parts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) =>
      voice.say('balance.part', { name: voice.code('balance', name), amount: amountOf(count, unit, voice) }),
    );
  return {
    title: titleOf(balance, voice),
    remaining: voice.say('balance.remaining', {
      remaining: voice.quantity(remaining, unit),
      purchased: amountOf(totalOf(balance), unit, voice),
    }),
    bars: barsOf(balance),
    details: [...details, voice.say('balance.expires', { date: voice.date(expires) })].join(' · '),
  };
}

/** What is left, what is reserved and what is gone, in parts of a hundred; a part that is there is never invisible. */
function barsOf(balance: Balance): z.input<typeof Bar>[] {
  const { remaining, reserved } = balance;
  const total = totalOf(balance);
  if (total <= 0) return [];
  const share = (count: number): number => Math.min(1, Math.max(0, count) / total);
  const gone = Math.max(0, 1 - share(remaining) - share(reserved));
  const bars = [
    { part: share(remaining), style: 'accent' },
    { part: share(reserved), style: 'warning' },
    { part: gone, style: 'emphasis' },
  ] as const;
  return bars
    .filter(({ part }) => part > 0)
    .map(({ part, style }) => ({ weight: Math.max(1, Math.round(part * 100)), style }));
}
