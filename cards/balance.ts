/** What is left: each balance as a bar with its parts in words, and until when it can be used. */
import { z } from 'zod';
import type { Citation } from '../src/command/answer.ts';
import type { Balance, FactsOf } from '../src/command/contract.ts';
import { amountOf, chartOf, Entry, type Part, partOf, runsOf } from './balance-bar.ts';
import { button } from './button.ts';
import { codesOf } from './codes.ts';
import { serviceAt } from './places.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/balance.json' with { type: 'json' };
import type { Voice } from './voice.ts';

/** Entries of a bar each, and how many more there are. */
export const Balances = Sheet.extend({ entries: z.array(Entry), more: z.array(z.string().min(1)).max(1) });
export const fillBalances = cardOf(template, Balances);

/** A card with more rows than these is a report; the command takes a service and a location to narrow it. */
export const MOST_BALANCES = 8;

/** The balance card; figures in the unit of each service. */
export function balanceCard(facts: FactsOf<'balance.show'>, citations: readonly Citation[], voice: Voice): Rendered {
  const { shown, more } = page(facts.balances, MOST_BALANCES);
  const reasons = codesOf(facts.because).map((code) => voice.code('because', code));
  const none = reasons.length > 0 ? reasons.map(ended) : [voice.say('balance.none')];
  const basis = voice.basis(citations);
  const text = sentences(
    ...(facts.balances.length === 0 ? none : shown.map((balance) => textOf(balance, voice))),
    more > 0 ? ended(voice.say('more', { count: more })) : undefined,
    ended(basis),
  );
  const card = fillBalances({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say('balance.kicker'),
      headline: voice.say('balance.title'),
      sublines: facts.balances.length === 0 ? none : [],
    },
    entries: shown.map((balance) => entryOf(balance, voice)),
    more: more > 0 ? [voice.say('more', { count: more })] : [],
    actions: [button(voice.say('action.contract'), 'contract.show', {})],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

function textOf(balance: Balance, voice: Voice): string {
  const { unit, remaining, expires } = balance;
  return voice.say('balance.text-line', {
    service: serviceAt(balance, voice),
    remaining: voice.quantity(remaining, unit),
    purchased: amountOf(totalOf(balance), unit, voice),
    date: voice.date(expires),
  });
}

/** What there was to spend: what was purchased, and what came by exchange. */
const totalOf = ({ purchased, exchanged = 0 }: Balance): number => purchased + Math.max(0, exchanged);

function entryOf(balance: Balance, voice: Voice): z.input<typeof Entry> {
  const { unit, remaining, expires } = balance;
  const parts = partsOf(balance, voice);
  return {
    title: serviceAt(balance, voice),
    remaining: voice.say('balance.remaining', {
      remaining: voice.quantity(remaining, unit),
      purchased: amountOf(totalOf(balance), unit, voice),
    }),
    chart: chartOf(parts, totalOf(balance), unit, voice),
    runs: runsOf(parts),
    expires: [...cameIn(balance, voice), voice.say('balance.expires', { date: voice.date(expires) })].join(' · '),
  };
}

/** What came by exchange is in the whole and no part of it. */
const cameIn = ({ exchanged = 0, unit }: Balance, voice: Voice): string[] =>
  exchanged > 0
    ? [
        voice.say('balance.part', {
          name: voice.code('balance', 'exchanged'),
          amount: amountOf(exchanged, unit, voice),
        }),
      ]
    : [];

/** What is left, what is reserved, what is gone and where to; parts that are nothing are left out. */
function partsOf(balance: Balance, voice: Voice): Part[] {
  const { unit, remaining, used, reserved, lapsed = 0, exchanged = 0, arrears = 0 } = balance;
  const named = (name: string, count: number, meaning: Part['meaning']): Part =>
    partOf(name, count, meaning, unit, voice);
  return [
    named('left', remaining, 'Good'),
    named('reserved', reserved, 'Warning'),
    named('used', used, 'Neutral'),
    named('exchanged', Math.max(0, -exchanged), 'Neutral'),
    named('lapsed', lapsed, 'Attention'),
    named('arrears', arrears, 'Attention'),
  ].filter(({ count }) => count > 0);
}
