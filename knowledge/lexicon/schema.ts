/** The word lists by which a text is read: one file for each language of the desk, and two for all of them. */
import { z } from 'zod';
import { DeskLanguage, Id } from '../vocabulary.ts';

/** A phrase; a word in it that ends in `*` stands for every word that begins so. */
const Phrase = z.string().min(1);
const PhraseList = z.array(Phrase);

/** Ideas that set one command apart from another; the names are the same in every language. */
export const Concept = z.enum([
  'how-fast',
  'respond',
  'means',
  'explain',
  'works',
  'limits',
  'which-languages',
  'included',
  'buy',
  'contract',
  'clause',
  'edition',
  'differ',
  'left',
  'how-many',
  'credits',
  'hours',
  'flex',
  'event',
  'ledger',
  'deadline',
  'duty',
  'open',
  'incident',
  'list',
  'show',
  'mine',
  'note',
  'acknowledge',
  'escalate',
  'mitigate',
  'resolve',
  'close',
  'reopen',
  'called',
  'status',
  'aftermath',
  'change',
  'set',
  'cause',
  'survey',
  'transfer',
  'redeem',
  'book',
  'cancel',
  'cost',
  'plan',
  'record',
  'allocate',
  'contact',
  'administrator',
  'opened',
  'approve',
  'refuse',
  'forecast',
  'remind',
  'off',
  'fewer',
  'postpone',
  'add',
  'remove',
  'language',
  'help',
  'greeting',
  'trouble',
  'severity',
  'chart',
  'base',
  'solution',
  'instead',
  'written',
]);
export type Concept = z.infer<typeof Concept>;

export const Lexicon = z.strictObject({
  language: DeskLanguage,
  /** January first; full names, then shortened ones, stems with `*`. */
  months: z.array(PhraseList).length(12),
  /** Monday first. */
  weekdays: z.array(PhraseList).length(7),
  /** Days of the year that have a name, under their month and day: "12-24". */
  feasts: z.record(z.string().regex(/^\d\d-\d\d$/), PhraseList),
  /** Number words under the number that they stand for; those of several words are put together from these. */
  numbers: z.record(z.string().regex(/^\d+(?:\.5)?$/), PhraseList),
  /** Between the words of one number: "vingt et un". */
  numberLink: PhraseList,
  /** Words for a day of a month under the day: "the fifteenth of June". */
  ordinals: z.record(z.string().regex(/^\d{1,2}$/), PhraseList),
  /** After a number that is meant to be half a unit more: "two and a half". */
  half: PhraseList,
  dates: z.strictObject({
    today: PhraseList,
    tomorrow: PhraseList,
    afterTomorrow: PhraseList,
    yesterday: PhraseList,
    next: PhraseList,
    this: PhraseList,
    /** Before or after a count of days that lies ahead: "in 3 days", "3 күннен кейін". */
    in: PhraseList,
    /** Marks a span from now on: "within", "the next". */
    within: PhraseList,
    /** Marks the past: such a date is no plan. */
    since: PhraseList,
    /** Before or after a month with which a look back begins. */
    onward: PhraseList,
    minute: PhraseList,
    hour: PhraseList,
    day: PhraseList,
    week: PhraseList,
    /** Two weeks in one word; empty where the language has none. */
    fortnight: PhraseList,
    month: PhraseList,
    quarter: PhraseList,
    year: PhraseList,
    /** Between the two ends of a range. */
    to: PhraseList,
    /** Words that may stand inside a date and say nothing. */
    filler: PhraseList,
    /** Before a time of day. */
    at: PhraseList,
    /** Before a number that can then be nothing but a time of day: "kl. 16". */
    clock: PhraseList,
    noon: PhraseList,
    /** Before an hour: half an hour and a quarter after it, or before it. */
    halfPast: PhraseList,
    halfTo: PhraseList,
    quarterPast: PhraseList,
    quarterTo: PhraseList,
    /** Fifteen minutes. */
    quarterHour: PhraseList,
    /** Before a day that is named without its month: "den 17.", "le 16". */
    dayLead: PhraseList,
    /** Before or after a month: its last day. */
    endOf: PhraseList,
    /** After an hour. */
    oClock: PhraseList,
    am: PhraseList,
    pm: PhraseList,
    /** The small hours and the late evening: 2 at night, 11 at night. */
    night: PhraseList,
  }),
  severity: z.strictObject({
    /** What stands before or after the level. */
    words: PhraseList,
    /** May stand between the word and the level. */
    between: PhraseList,
    and: PhraseList,
  }),
  impact: z.strictObject({
    'system-down': PhraseList,
    'significant-degradation': PhraseList,
    moderate: PhraseList,
    minor: PhraseList,
  }),
  replies: z.strictObject({ yes: PhraseList, no: PhraseList, cancel: PhraseList, correction: PhraseList }),
  /** Before a place (or, in Kazakh, as its ending): where something comes from and goes to. */
  /** `receiving` stands after a place to which something shall go: "Lyon needs"; `giving` after one that has it to give. */
  /** `replacing` stands before what is given up: "in place of", "rather than". */
  directions: z.strictObject({
    from: PhraseList,
    to: PhraseList,
    replacing: PhraseList,
    receiving: PhraseList,
    giving: PhraseList,
  }),
  /** Around the name of a language when support is asked for in it. */
  inLanguage: z.strictObject({ before: PhraseList, after: PhraseList }),
  /** After an adjective of a country, when a place is meant: "the Danish office". */
  site: PhraseList,
  /** Before the name of a product that may be unknown. */
  onProduct: PhraseList,
  environment: z.strictObject({ production: PhraseList, test: PhraseList, development: PhraseList }),
  subscription: PhraseList,
  /** Means the incident talked about: "that incident", "it". */
  thatIncident: PhraseList,
  /** Phrases that look like a name and are none: "of course". */
  ignored: PhraseList,
  /** Further forms of names of countries and languages, adjectives among them. */
  countries: z.record(z.string().regex(/^[A-Z]{2}$/), PhraseList),
  adjectives: z.record(z.string().regex(/^[A-Z]{2}$/), PhraseList),
  languages: z.record(z.string(), PhraseList),
  concepts: z.partialRecord(Concept, PhraseList),
  /** Characters written for others, in pairs: the first is read as the second. */
  variants: z.array(z.string().length(2)).optional(),
});
export type Lexicon = z.infer<typeof Lexicon>;

/** `cities.json`: the names of cities in any language, under their country. */
export const Cities = z.record(z.string().regex(/^[A-Z]{2}$/), z.record(Id, z.array(z.string().min(1)).min(1)));
export type Cities = z.infer<typeof Cities>;

/** `currencies.json`: words and signs of a currency under its ISO 4217 code. */
export const Currencies = z.record(z.string().regex(/^[A-Z]{3}$/), PhraseList);
export type Currencies = z.infer<typeof Currencies>;

/** `parts.json`: words that mean one product only beside another: "virtual machines" beside "Azure". */
export const Parts = z.record(Id, z.record(Id, PhraseList));
export type Parts = z.infer<typeof Parts>;

/** `ambiguous.json`: words that mean one of several products, in any language. */
export const Ambiguous = z.array(z.strictObject({ means: z.array(Id).min(2).max(6), words: PhraseList }));
export type Ambiguous = z.infer<typeof Ambiguous>;

/** `utterances/<language>.json`: what people say, under the command that they mean; `none` is what the desk is not for. */
export const Utterances = z.record(z.string(), z.array(z.string().min(1)).min(1));
export type Utterances = z.infer<typeof Utterances>;
