/** What is left: each balance as a bar with its parts in words, and until when it can be used. */
import { z } from 'zod';
import type { Citation } from '../src/command/answer.ts';
import type { Balance, FactsOf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { barPicture } from './picture/bar.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/balance.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);
/** A part of a bar as Teams' own chart takes it; other clients show the picture. */
const ChartPart = z.strictObject({
  legend: Shown,
  value: z.number().positive(),
  colour: z.enum(['good', 'warning', 'attention', 'neutral']),
});
/** A piece of the line below the bar: a coloured square, or what it stands for. */
const Run = z.strictObject({
  text: z.string(),
  colour: z.enum(['Default', 'Good', 'Warning', 'Attention']),
  subtle: z.boolean(),
});
const Entry = z.strictObject({
  title: Shown,
  remaining: Shown,
  /** A client names a row without a name `Unknown`, so its name is what is counted. */
  chart: z.array(z.strictObject({ counted: Shown, parts: z.array(ChartPart).min(1), url: Shown, alt: Shown })).max(1),
  runs: z.array(Run),
  expires: Shown,
});
export const Balances = Sheet.extend({ entries: z.array(Entry), more: z.array(Shown).max(1) });
const fill = cardOf(template, Balances);

/** A card with more rows than these is a report; the command takes a service and a location to narrow it. */
const MOST_BALANCES = 8;

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
  const { unit, remaining, expires } = balance;
  const parts = partsOf(balance, voice);
  return {
    title: titleOf(balance, voice),
    remaining: voice.say('balance.remaining', {
      remaining: voice.quantity(remaining, unit),
      purchased: amountOf(totalOf(balance), unit, voice),
    }),
    chart: chartOf(parts, balance, voice),
    runs: parts.flatMap(({ words, meaning }, index) => [
      {
        text: index > 0 ? '  ■ ' : '■ ',
        colour: meaning === 'Neutral' ? 'Default' : meaning,
        subtle: meaning === 'Neutral',
      },
      { text: words, colour: 'Default', subtle: true },
    ]),
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

interface Part {
  readonly count: number;
  readonly words: string;
  readonly meaning: 'Good' | 'Warning' | 'Attention' | 'Neutral';
}

/** What is left, what is reserved, what is gone and where to; parts that are nothing are left out. */
function partsOf(balance: Balance, voice: Voice): Part[] {
  const { unit, remaining, used, reserved, lapsed = 0, exchanged = 0, arrears = 0 } = balance;
  const named = (name: string, count: number, meaning: Part['meaning']): Part => ({
    count,
    words: voice.say('balance.part', { name: voice.code('balance', name), amount: amountOf(count, unit, voice) }),
    meaning,
  });
  return [
    named('left', remaining, 'Good'),
    named('reserved', reserved, 'Warning'),
    named('used', used, 'Neutral'),
    named('exchanged', Math.max(0, -exchanged), 'Neutral'),
    named('lapsed', lapsed, 'Attention'),
    named('arrears', arrears, 'Attention'),
  ].filter(({ count }) => count > 0);
}

/** The parts on one bar; nothing where there was nothing to spend. */
function chartOf(parts: readonly Part[], balance: Balance, voice: Voice): z.input<typeof Entry>['chart'] {
  const total = totalOf(balance);
  if (parts.length === 0 || total <= 0) return [];
  const whole = Math.max(
    total,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  return [
    {
      counted: voice.codeIfAny('unit-name', balance.unit) ?? balance.unit,
      parts: parts.map(({ count, words, meaning }) => ({
        legend: words,
        value: count,
        colour: ({ Good: 'good', Warning: 'warning', Attention: 'attention', Neutral: 'neutral' } as const)[meaning],
      })),
      url: barPicture(parts.map(({ count, meaning }) => ({ share: count / whole, meaning }))),
      alt: voice.say('balance.bar', { parts: voice.list(parts.map(({ words }) => words)) }),
    },
  ];
}
