/** The features that a text shows the classifier, each a hashed number. */
import { hash } from './hash.ts';
import type { View } from './view.ts';

const STEM = 5;
const GROUPS = [3, 4];
const han = /^\p{Script=Han}$/u;

/** Hashes of all features, each once, in ascending order. */
export function featuresOf(view: View): Uint32Array {
  const found = new Set<number>();
  const add = (feature: string): void => {
    found.add(hash(feature));
  };
  const items = itemsOf(view);
  addWords(items, add);
  addConcepts(view, add);
  addShape(view, items, add);
  return Uint32Array.from(found).sort();
}

interface Item {
  readonly word: string;
  readonly isSlot: boolean;
}

/** The words in order, with what was found put in by its kind. */
function itemsOf({ tokens, slots, ordering }: View): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < Math.min(tokens.length, ordering, 60); ) {
    const slot = slots.get(index);
    if (slot === undefined) items.push({ word: tokens[index]?.form ?? '', isSlot: false });
    else if (items.at(-1)?.word !== slot.name) items.push({ word: slot.name, isSlot: true });
    index = slot?.to ?? index + 1;
  }
  return items;
}

function addWords(items: readonly Item[], add: (feature: string) => void): void {
  let [before, beforeLast] = ['^', '^'];
  for (const { word, isSlot } of items) {
    add(`w ${word}`);
    add(`b ${before} ${word}`);
    if (beforeLast !== '^') add(`k ${beforeLast} ${word}`);
    if (han.test(word) && han.test(before)) add(`t ${beforeLast} ${before} ${word}`);
    if (!isSlot) addParts(word, add);
    [beforeLast, before] = [before, word];
  }
  add(`b ${before} $`);
}

/** The beginning of a word and its groups of letters: what its endings and compounds leave alike. */
function addParts(word: string, add: (feature: string) => void): void {
  if (word.length > STEM) add(`s ${word.slice(0, STEM)}`);
  if (word.length > STEM + 2) add(`s ${word.slice(0, STEM + 2)}`);
  for (const size of GROUPS) {
    for (let at = 0; word.length > size && at + size <= word.length; at += 1) add(`g ${word.slice(at, at + size)}`);
  }
}

function addConcepts({ concepts, entities }: View, add: (feature: string) => void): void {
  for (const name of concepts) add(`c ${name}`);
  for (const id of entities.services) add(`id ${id}`);
}

function addShape(
  { text, entities, unknown, ordering, tokens, concepts }: View,
  items: readonly Item[],
  add: (feature: string) => void,
): void {
  const { severities, products, services, places, amounts, editions, when, summary } = entities;
  const has: Record<string, boolean> = {
    severity: severities.length > 0 || unknown.severity !== undefined,
    product: products.length > 0 || unknown.product !== undefined,
    service: services.length > 0,
    place: places.length > 0,
    'two-places': places.length > 1,
    'two-services': services.length > 1,
    edition: editions.length > 0,
    'two-editions': editions.length > 1,
    date: when.dates.length > 0,
    range: when.ranges.length > 0,
    money: amounts.some(({ unit }) => unit === 'money'),
    'some-credits': amounts.some(({ unit }) => unit === 'credits'),
    'some-hours': amounts.some(({ unit }) => unit === 'hours'),
    incident: entities.incident !== undefined,
    'that-incident': entities.thatIncident,
    described: ordering < tokens.length,
    summary: summary !== undefined,
    email: entities.emails.length > 0,
    person: entities.people.length > 0,
    impact: entities.impact !== undefined,
    language: entities.languages.length > 0,
    asks: /[?？؟]/u.test(text),
    short: items.length <= 3,
  };
  const names = Object.keys(has).filter((name) => has[name]);
  for (const [index, name] of names.entries()) {
    add(`h ${name}`);
    for (const concept of concepts) add(`hc ${name} ${concept}`);
    for (const other of names.slice(index + 1)) add(`hh ${name} ${other}`);
  }
}
