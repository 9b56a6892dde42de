/** From a text to everything that stands in it. */
import type { Lexicon } from '../../knowledge/lexicon/schema.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { addressesIn, isInside } from './addresses.ts';
import { amongFinder } from './ambiguous.ts';
import { amountsFinder } from './amounts.ts';
import { dateIn } from './civil.ts';
import type { LanguageData } from './data.ts';
import { findDates } from './dates.ts';
import type { Entities } from './entities.ts';
import {
  chartOf,
  conceptsOf,
  impactOf,
  isDateOfService,
  isDateReplacing,
  isInPlaceOf,
  productsOf,
  slotsOf,
  targetSeverity,
} from './gather.ts';
import { hash } from './hash.ts';
import { LanguageModel } from './language-of.ts';
import { languagesFinder, supportLanguage } from './languages.ts';
import { languageMarks } from './lexicon.ts';
import type { Marks } from './marks.ts';
import type { Model } from './model.ts';
import { namedPlaces } from './named-places.ts';
import { type FoundNames, namesFinder } from './names.ts';
import { peopleIn } from './people.ts';
import { type Match, withoutLooseEndings } from './phrases.ts';
import { placesFinder } from './places.ts';
import {
  approvalIn,
  bareIncident,
  bookingIn,
  editionsIn,
  environmentIn,
  incidentIn,
  subscriptionIn,
} from './references.ts';
import { findSeverities } from './severities.ts';
import { loneLetters, wantedLetter } from './severity-levels.ts';
import { descriptionStart, summaryIn } from './summary.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { UnderstandingContext, UnderstandingKnowledge } from './understand.ts';
import { unknownProduct } from './unknown-product.ts';
import type { View } from './view.ts';
import { Words } from './words.ts';

/** Characters that are read; free text beyond them is kept and not looked at. */
const MAX_READ = 2000;

const epoch = { year: 1970, month: 1, day: 1 };

export interface Reader {
  /** The language of a text; the locale (BCP 47) decides where the words do not. */
  languageOf(text: string, locale: string | undefined): DeskLanguage;
  /** What stands in the text, read in the given language or else in its own. */
  read(text: string, context: UnderstandingContext, language?: DeskLanguage): View;
}

/** What is looked up in every text, built once. */
function finders(knowledge: UnderstandingKnowledge, data: LanguageData, model: ReadingModel) {
  const words = new Words();
  const lexicons = [...data.lexicons.values()];
  const variants = lexicons.flatMap(({ variants: pairs }) => pairs ?? []);
  return {
    names: namesFinder({ ...knowledge, parts: data.parts, ignored: lexicons.flatMap(({ ignored }) => ignored) }, words),
    among: amongFinder(data.ambiguous, words),
    places: placesFinder(
      {
        cities: data.cities,
        countries: gathered(lexicons, ({ countries }) => countries),
        adjectives: gathered(lexicons, ({ adjectives }) => adjectives),
      },
      words,
    ),
    languages: languagesFinder(
      gathered(lexicons, ({ languages }) => languages),
      words,
    ),
    amounts: amountsFinder(data.currencies),
    marks: new Map(lexicons.map((lexicon) => [lexicon.language, languageMarks(lexicon)])),
    variants: new Map(variants.map((pair) => [pair.charAt(0), pair.charAt(1)])),
    model: new LanguageModel(model.languages),
    vocabulary: new Set(model.words),
    editions: [...(knowledge.editions?.keys() ?? [])],
  };
}

type Finders = ReturnType<typeof finders>;

/** One list of each lexicon, joined under its keys. */
function gathered(
  lexicons: readonly Lexicon[],
  pick: (lexicon: Lexicon) => Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [key, names] of lexicons.flatMap((lexicon) => Object.entries(pick(lexicon)))) {
    all.set(key, [...(all.get(key) ?? []), ...names]);
  }
  return all;
}

/** What reading needs of a model. */
export type ReadingModel = Pick<Model, 'languages' | 'words'>;

export function createReader(knowledge: UnderstandingKnowledge, data: LanguageData, model: ReadingModel): Reader {
  const find = finders(knowledge, data, model);
  const tokensIn = (text: string): Token[] => withoutLooseEndings(tokensOf(text, find.variants));
  const languageIn = (text: string, tokens: readonly Token[], names: FoundNames, locale: string | undefined) => {
    const addresses = addressesIn(text);
    return find.model.of(tokens, locale, (index) => names.taken.has(index) || isInside(tokens[index], addresses));
  };

  return {
    languageOf(text, locale) {
      const head = text.slice(0, MAX_READ);
      const tokens = tokensIn(head);
      return languageIn(head, tokens, find.names(tokens), locale);
    },

    read(text, context, asked) {
      const head = text.slice(0, MAX_READ);
      const tokens = tokensIn(head);
      const names = find.names(tokens);
      const language = asked ?? languageIn(head, tokens, names, context.locale);
      const lexicon = find.marks.get(language) ?? find.marks.get('en');
      if (lexicon === undefined) throw new Error('knowledge/lexicon/en.json is missing');
      const scene: Scene = { text, head, tokens, names, language, marks: lexicon.find(tokens), knows: lexicon.knows };
      return viewOf(scene, context, find);
    },
  };
}

interface Scene {
  /** The whole text, and the part of it that is read. */
  readonly text: string;
  readonly head: string;
  readonly tokens: readonly Token[];
  readonly names: FoundNames;
  readonly language: DeskLanguage;
  readonly marks: Marks;
  readonly knows: (form: string) => boolean;
}

function viewOf(scene: Scene, context: UnderstandingContext, find: Finders): View {
  const { text, head, tokens, names, language, marks } = scene;
  const severities = findSeverities({ tokens, marks, taken: names.taken });
  const letters = severities.severities.length > 0 ? [] : loneLetters({ tokens, marks, taken: names.taken });
  const languages = find.languages(tokens);
  const monthFirst = language === 'zh-Hant' || /^en[-_]us/i.test(context.locale ?? '');
  const when = findDates({ text: head, tokens, marks, monthFirst }, dateIn(context.now, context.timeZone) ?? epoch);
  const busy = new Set([...names.taken, ...when.taken, ...wordsIn(severities.severities)]);
  const counted = find.amounts(head, tokens, marks, busy);
  const spends = ['flex', 'credits'].some((concept) => marks.has('concept', concept));
  const booking = bookingIn(head);
  const approval = approvalIn(head);
  const incident =
    booking === undefined && approval === undefined
      ? (incidentIn(head, tokens, marks) ?? (spends ? undefined : bareIncident(head, counted)))
      : undefined;
  const amounts = counted.filter(
    ({ value }) => incident !== `INC-${value}` && booking !== `BK-${value}` && approval !== `AP-${value}`,
  );
  const addresses = addressesIn(head);
  /** A firm's name in an e-mail address is no place. */
  const inAddress = (index: number): boolean => isInside(tokens[index], addresses);
  const places = namedPlaces(
    {
      text: head,
      tokens,
      marks,
      languages,
      locations: context.locations,
      isTaken: (index) => names.taken.has(index) || inAddress(index),
    },
    find.places(tokens, language),
  );
  const start = descriptionStart(head, tokens, marks);
  const ordering = start === undefined ? tokens.length : tokens.filter((token) => token.start < start).length;
  const taken = new Set([...busy, ...wordsIn(places), ...wordsIn(languages)]);
  const entities = compact<Entities>({
    severities: severities.severities.map(({ value }) => value),
    severity: targetSeverity(severities, marks),
    letter: wantedLetter(letters, { tokens, marks }),
    letters: letters.map(({ severity }) => severity),
    impact: impactOf(marks),
    products: productsOf(names),
    services: unique(names.services.map(({ value }) => value)),
    replaces: isInPlaceOf(names, marks, head),
    places: places.map(({ value }) => value),
    supportLanguage: supportLanguage(languages, marks),
    languages: unique(languages.map(({ value }) => value)),
    when,
    dateOfService: isDateOfService(names, when, { tokens, marks }),
    replacesDate: isDateReplacing(when, marks),
    amounts,
    incident,
    booking,
    approval,
    thatIncident: marks.of('that-incident').length > 0,
    editions: editionsIn(head, marks, when, find.editions),
    chart: chartOf(names, marks),
    environment: environmentIn(marks),
    subscription: subscriptionIn(head, tokens, marks),
    summary: summaryIn(text, tokens, marks),
    emails: addresses.map(({ address }) => address),
    people: peopleIn(tokens, {
      isFree: (index) => !taken.has(index) && !inAddress(index) && !scene.knows(tokens[index]?.form ?? ''),
      isWord: (index) => isKnown(scene, find, tokens[index]?.form ?? ''),
    }),
  });
  const among = find.among(tokens, names);
  const product =
    among !== undefined || names.products.length + names.services.length > 0 || marks.has('concept', 'contact')
      ? undefined
      : nameless(scene, find, taken, ordering);
  return {
    text: head,
    language,
    tokens,
    marks,
    entities,
    ordering,
    slots: slotsOf(names, severities, places, languages, when, amounts),
    concepts: conceptsOf(marks, names, ordering),
    unknown: compact<View['unknown']>({ product, severity: severities.unknown, among }),
  };
}

const isKnown = ({ knows }: Scene, { vocabulary }: Finders, form: string): boolean =>
  vocabulary.has(hash(form)) || knows(form);

const nameless = (scene: Scene, find: Finders, taken: ReadonlySet<number>, ordering: number) =>
  unknownProduct({
    tokens: scene.tokens.slice(0, ordering),
    marks: scene.marks,
    taken,
    isWord: (form) => isKnown(scene, find, form),
    foreign: scene.language === 'kk' || scene.language === 'zh-Hant',
  });

/** Leaves out what is undefined: an absent thing has no key. */
function compact<Shape extends object>(
  entries: { readonly [Key in keyof Required<Shape>]: Shape[Key] | undefined },
): Shape {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Shape;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const wordsIn = (matches: readonly Match<unknown>[]): number[] =>
  matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step));
