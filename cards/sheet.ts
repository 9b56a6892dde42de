/** What most cards are made of: a coloured head with the answer, sections, folded details, buttons, the clause. */
import { z } from 'zod';
import type { Severity } from '../knowledge/vocabulary.ts';

const Shown = z.string().min(1);

/** Styles of a container; clients give them their own colours, in every theme. */
export const Tone = z.enum(['default', 'emphasis', 'accent', 'good', 'warning', 'attention']);
export type Tone = z.infer<typeof Tone>;

export const Header = z.strictObject({
  tone: Tone.default('emphasis'),
  kicker: Shown,
  /** At most one, at the right of the kicker. */
  badges: z.array(Shown).max(1).default([]),
  headline: Shown,
  strong: z.array(Shown).default([]),
  sublines: z.array(Shown).default([]),
});

export const Row = z.strictObject({ label: Shown, value: Shown });
export type Row = z.infer<typeof Row>;

/** A picture with what it shows in words, the ends of what it spans below it, and how to read it. */
export const Picture = z.strictObject({
  url: z.string().startsWith('data:image/png;base64,'),
  alt: Shown,
  from: Shown,
  to: Shown,
  legend: Shown,
});
export type Picture = z.infer<typeof Picture>;

export const Section = z.strictObject({
  title: Shown,
  pictures: z.array(Picture).max(1).default([]),
  lines: z.array(Shown).default([]),
  rows: z.array(Row).default([]),
  items: z.array(Shown).default([]),
});
export type Section = z.input<typeof Section>;

/** A point of a timeline: what happened, when and by whom, and the words that came with it. */
export const Moment = z.strictObject({
  what: Shown,
  when: Shown,
  colour: z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']),
  /** A person's own words, shown as typed: whole, or cut and whole, of which one is seen. Ids are unique in the card. */
  notes: z.array(z.strictObject({ id: z.string(), text: Shown, isVisible: z.boolean() })).max(2),
});
export type Moment = z.infer<typeof Moment>;

/** Details that a button unfolds; `id` is unique in its card. */
export const Fold = Section.extend({
  id: z.string().regex(/^fold-[a-z]+$/),
  moments: z.array(Moment).default([]),
  /** What came before `moments`, hidden at first. */
  older: z.array(Moment).default([]),
  /** A button that shows what is hidden and hides what was cut. */
  showAll: z
    .array(z.strictObject({ title: Shown, targets: z.array(z.string()).min(1) }))
    .max(1)
    .default([]),
});
export type Fold = z.input<typeof Fold>;

export const Button = z.strictObject({
  title: Shown,
  style: z.enum(['default', 'positive', 'destructive']).default('default'),
  /** `auto` sends the card's inputs and asks for the required ones first; `none` leaves them alone. */
  inputs: z.enum(['auto', 'none']).default('none'),
  data: z.looseObject({ verb: z.string() }),
});
export type Button = z.input<typeof Button>;

/** An address that is opened; of the web alone, so that no card starts anything else. */
export const Link = z.strictObject({ title: Shown, url: z.url({ protocol: /^https?$/ }) });

export const Sheet = z.strictObject({
  /**
   * The plain summary that a screen reader says. There is no `lang` beside it: the adaptivecards library 3.0.6 takes
   * no `zh-Hant`, and warns of any language at every second card that it parses, for its pattern keeps its place.
   */
  speak: Shown,
  header: Header,
  notes: z.array(Shown).default([]),
  sections: z.array(Section).default([]),
  folds: z.array(Fold).default([]),
  /** More than five overflow on some clients, and the adaptivecards library warns of them. */
  actions: z.array(Button).max(5).default([]),
  /** Addresses outside of the desk; a press opens them and tells the desk nothing. */
  links: z.array(Link).max(1).default([]),
  /** None or one line. */
  basis: z.array(Shown).max(1).default([]),
});
export type Sheet = z.input<typeof Sheet>;

/** What a builder gives: the words for a notification and the card that says the same. */
export interface Rendered {
  readonly text: string;
  readonly card: object;
}

export const toneOfSeverity: Readonly<Record<Severity, Tone>> = {
  '1': 'attention',
  A: 'warning',
  B: 'accent',
  C: 'emphasis',
};

/** A section with these items, or none where there are none. */
export const sectionOf = (title: string, items: readonly string[]): Section[] =>
  items.length === 0 ? [] : [{ title, items: [...items] }];

/** The items that a card shows, and how many more there are. */
export const page = <Item>(items: readonly Item[], most: number): { shown: readonly Item[]; more: number } => ({
  shown: items.slice(0, most),
  more: Math.max(0, items.length - most),
});
