/** A balance as an entry of a card: its bar, the parts of it in words, and the line below. */
import { z } from 'zod';
import { barPicture } from './picture/bar.ts';
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
export const Entry = z.strictObject({
  title: Shown,
  remaining: Shown,
  /** A client names a row without a name `Unknown`, so its name is what is counted. */
  chart: z.array(z.strictObject({ counted: Shown, parts: z.array(ChartPart).min(1), url: Shown, alt: Shown })).max(1),
  runs: z.array(Run),
  expires: Shown,
});
/** A part of what there was to spend. */
export interface Part {
  readonly count: number;
  readonly words: string;
  readonly meaning: 'Good' | 'Warning' | 'Attention' | 'Neutral';
}

/** The second of two amounts of one unit: the number alone, but money always with its currency. */
export const amountOf = (count: number, unit: string, voice: Voice): string =>
  /^[A-Z]{3}$/.test(unit) ? voice.quantity(count, unit) : voice.number(count);

/** A part by the name of its kind, as "used 25". */
export const partOf = (name: string, count: number, meaning: Part['meaning'], unit: string, voice: Voice): Part => ({
  count,
  words: voice.say('balance.part', { name: voice.code('balance', name), amount: amountOf(count, unit, voice) }),
  meaning,
});

/** The line below a bar: each part after a square of its colour. */
export const runsOf = (parts: readonly Part[]): z.input<typeof Entry>['runs'] =>
  parts.flatMap(({ words, meaning }, index) => [
    {
      text: `${index > 0 ? '  ' : ''}■\u00a0`,
      colour: meaning === 'Neutral' ? ('Default' as const) : meaning,
      subtle: meaning === 'Neutral',
    },
    { text: words, colour: 'Default' as const, subtle: true },
  ]);

/** The parts on one bar; nothing where there was nothing to spend. */
export function chartOf(
  parts: readonly Part[],
  total: number,
  unit: string,
  voice: Voice,
): z.input<typeof Entry>['chart'] {
  if (parts.length === 0 || total <= 0) return [];
  const whole = Math.max(
    total,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  return [
    {
      counted: voice.codeIfAny('unit-name', unit) ?? unit,
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
