/** The value that a text gives for the argument that the desk has just asked for. */
import { deliveryDate, exchange, substitution } from './account-arguments.ts';
import { countOf, futureDate, moneyOf, place, plainNumber, serviceBeside } from './argument-parts.ts';
import { scoreOf } from './incident-arguments.ts';
import { userIdIn } from './references.ts';
import type { View } from './view.ts';

const bareSeverity = /^\W*(1|a|b|c|а|в|с)\W*$/iu;
const severities: Readonly<Record<string, string>> = { '1': '1', a: 'A', b: 'B', c: 'C', а: 'A', в: 'B', с: 'C' };
const bareNumber = /^\W*(\d{5,12})\W*$/u;

type Read = (view: View) => unknown;

const number: Read = ({ entities }) => plainNumber(entities) ?? entities.amounts[0]?.value;
const date: Read = ({ entities }) => deliveryDate(entities) ?? futureDate(entities);
const text: Read = (view) => view.text.trim();

const reads: Readonly<Record<string, Read>> = {
  severity: ({ entities, text: written }) =>
    entities.severity ?? severities[bareSeverity.exec(written)?.[1]?.toLowerCase() ?? ''],
  product: ({ entities }) => entities.products[0],
  service: ({ entities }) => serviceBeside(entities, 'proactive-credits'),
  for: ({ entities }) => serviceBeside(entities, 'flex-allowance'),
  location: ({ entities }) => place(entities),
  language: (view) => answerLanguage(view),
  incident: ({ entities, text: written }) => {
    const digits = bareNumber.exec(written)?.[1];
    return entities.incident ?? (digits === undefined ? undefined : `INC-${digits}`);
  },
  approval: ({ entities, text: written }) => {
    const digits = bareNumber.exec(written)?.[1];
    return entities.approval ?? (digits === undefined ? undefined : `AP-${digits}`);
  },
  userId: ({ text: written }) => userIdIn(written),
  name: ({ entities, text: written }) => entities.people[0] ?? written.trim(),
  email: ({ entities }) => entities.emails[0],
  credits: ({ entities }) => countOf(entities, 'credits') ?? plainNumber(entities),
  hours: ({ entities }) => countOf(entities, 'hours') ?? plainNumber(entities),
  solutions: ({ entities }) => countOf(entities, 'solution') ?? plainNumber(entities),
  amount: ({ entities }) => moneyOf(entities),
  score: ({ entities }) => scoreOf(entities),
  quantity: number,
  date,
  deliveryDate: date,
  start: ({ entities }) => entities.when.ranges[0]?.start ?? futureDate(entities),
  end: ({ entities }) => entities.when.ranges[0]?.end ?? futureDate(entities),
  from: (view) => placeOrService(view),
  to: (view) => placeOrService(view),
  summary: text,
  question: text,
  text,
};

/** The language to be answered in: whoever names any Chinese means the one that the desk writes. */
export function answerLanguage(view: View): string | undefined {
  const wanted = wantedLanguages(view).map((code) => (code.startsWith('zh') ? 'zh-Hant' : code));
  const [first, second] = wanted;
  if (first === undefined || second === undefined) return first;
  // "Enough English, in French please": of two languages the one that the words are written in is wanted.
  return wanted.includes(view.language) && !leavesIt(view.text) ? view.language : wanted.at(-1);
}

/** The languages named, without those that are set aside: "danisht, jo shqip". */
function wantedLanguages(view: View): readonly string[] {
  const { entities, slots } = view;
  const { languages } = entities;
  const at = [...slots].filter(([, { name }]) => name === '¤language').map(([index]) => index);
  if (at.length !== languages.length) return languages;
  const order = at.toSorted((a, b) => a - b);
  const kept = languages.filter((_code, index) => !isSetAside(view, order[index] ?? 0));
  return kept.length > 0 ? kept : languages;
}

/** "Not English", and "my English is rusty". */
function isSetAside({ text, tokens, marks }: View, from: number): boolean {
  const isJoined = /^\s*$/.test(text.slice(tokens[from - 1]?.end, tokens[from]?.start));
  return [
    marks.before(from, 'reply', 'no', 'correction'),
    marks.before(from, 'direction', 'replacing'),
    isJoined ? marks.before(from, 'concept', 'mine') : undefined,
  ].some((mark) => mark !== undefined);
}

/** "From English to Danish", said in English: both are named as what is left and what is gone to. */
const leavesIt = (text: string): boolean => /(?<!\p{L})(?:from|instead of|rather than)(?!\p{L})/iu.test(text);

function placeOrService({ entities }: View): unknown {
  const { from = entities.editions[0], to } = entities.places.length > 0 ? exchange(entities) : substitution(entities);
  return from ?? to;
}

/** Undefined where the text does not give it. */
export const expectedValue = (argument: string, view: View): unknown => reads[argument]?.(view);
