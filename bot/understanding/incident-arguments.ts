/** Arguments of the commands on incidents. */
import type { Severity } from '../../knowledge/vocabulary.ts';
import { type Args, afterColon, type Builder, instantOf, laterDate, place, planOf } from './argument-parts.ts';
import { laterIn } from './civil.ts';
import type { Entities } from './entities.ts';
import { ATTACK, EARLY_START, EVENT_SUMMARY, NO_RESOURCES, PRODUCT_DEFECT, ROOT_CAUSE } from './incident-phrases.ts';
import type { UnderstandingContext } from './understand.ts';
import type { View } from './view.ts';

/** The desk's own scale; other usual ones are brought to it. */
const BEST = 5;
const scales = [5, 10, 100];
/** A note of fewer words says nothing yet. */
const SHORTEST_NOTE = 6;

const plain: Builder = ({ entities }) => ({ incident: entities.incident });
const withText: Builder = ({ entities, text }) => ({ incident: entities.incident, text: afterColon(text) });

export const incidentArguments: Readonly<Record<string, Builder>> = {
  'incident.open': (view, context) => ({
    ...planOf(view, context),
    at: undefined,
    impact: (view.entities.severity ?? view.entities.letter) === undefined ? view.entities.impact : undefined,
    summary: view.entities.summary,
    environment: view.entities.environment,
    subscription: view.entities.subscription,
    attack: ATTACK.test(view.text) ? true : undefined,
    earlyStart: EARLY_START.test(view.text) ? true : undefined,
  }),
  'incident.list': ({ entities, concepts }) => ({
    filter: concepts.has('opened') ? 'open' : concepts.has('close') ? 'closed' : undefined,
    location: place(entities),
  }),
  'incident.show': plain,
  'incident.note': ({ entities, text, tokens }) => ({
    incident: entities.incident,
    text: afterColon(text) ?? (tokens.length >= SHORTEST_NOTE ? text.trim() : undefined),
    earlyStart: EARLY_START.test(text) ? true : undefined,
  }),
  'incident.call': ({ entities, text }, context) => ({
    incident: entities.incident,
    calledAt: entities.when.time === undefined ? undefined : instantOf(entities, context),
    caseNumber: caseNumberIn(text, entities.incident),
  }),
  'incident.update': (view, context) => ({
    incident: view.entities.incident,
    text: afterColon(view.text),
    nextUpdate: nextUpdate(view, context),
  }),
  'incident.review': ({ entities, concepts, text }, context) => ({
    incident: entities.incident,
    what: saysRootCause(entities, text)
      ? 'root-cause-analysis'
      : concepts.has('event') || EVENT_SUMMARY.test(text)
        ? 'event-summary'
        : undefined,
    date: laterDate(entities, context),
  }),
  'incident.acknowledge': withText,
  'incident.escalate': withText,
  'incident.mitigate': withText,
  'incident.resolve': ({ entities, text }) => ({
    incident: entities.incident,
    text: afterColon(text),
    cause: PRODUCT_DEFECT.test(text) ? 'product-defect' : undefined,
  }),
  'incident.close': withText,
  'incident.reopen': withText,
  'severity.request': (view) => ({
    incident: view.entities.incident,
    severity: changedLevel(view),
    impact: view.entities.impact,
    text: afterColon(view.text),
  }),
  'severity.set': (view) => ({
    incident: view.entities.incident,
    severity: changedLevel(view),
    reason: NO_RESOURCES.test(view.text) ? 'no-resources' : undefined,
  }),
  'rca.request': plain,
  'survey.answer': (view) => survey(view),
};

const saysRootCause = ({ services }: Entities, text: string): boolean =>
  services.includes('root-cause-analysis') || ROOT_CAUSE.test(text);

/** The level that a change goes to: a small letter or a 1 can be it only where it counts nothing. */
const changedLevel = (view: View): Severity | undefined =>
  view.entities.severity ?? view.entities.letter ?? smallGoal(view.tokens, view.marks) ?? loneOne(view);

/** "Should be a 1" and "the level 1, please"; "only 1 user is affected" asks for no level. */
function loneOne({ entities, text, tokens, marks }: View): Severity | undefined {
  const isLevel = entities.amounts.some(({ value, unit, from, to }) => {
    const led = marks.before(from, 'direction', 'to') ?? marks.before(from, 'severity', 'between');
    const ends = /^\s*(?:$|[^\s\p{L}\p{N}])/u.test(text.slice(tokens[to - 1]?.end));
    return value === 1 && unit === undefined && (led !== undefined || ends);
  });
  return isLevel ? '1' : undefined;
}

const smallLevels: Readonly<Record<string, Severity>> = { b: 'B', c: 'C' };

const smallGoal = (tokens: View['tokens'], marks: View['marks']): Severity | undefined =>
  tokens
    .filter((_token, index) => marks.before(index, 'direction', 'to') !== undefined)
    .map(({ form }) => smallLevels[form])
    .find((level) => level !== undefined);

/**
 * When more will be said: at a time of day, or so many minutes from now. It lies ahead: "half four" said in the morning is
 * in the afternoon.
 */
function nextUpdate({ entities, text }: View, context: UnderstandingContext): string | undefined {
  const { when } = entities;
  if (when.afterMinutes !== undefined) return laterIn(context.now, when.afterMinutes, context.timeZone);
  const time = when.time ?? dottedTime(text);
  if (time === undefined) return undefined;
  const at = instantOf({ ...entities, when: { ...when, time } }, context);
  const isOver = at !== undefined && Date.parse(at) <= Date.parse(context.now) && time.hour < 12;
  return isOver ? laterIn(at, HALF_A_DAY, context.timeZone) : at;
}

/** Minutes. */
const HALF_A_DAY = 720;

/** "18.00" and "16.15", which elsewhere are numbers. */
function dottedTime(text: string): { hour: number; minute: number } | undefined {
  const found = /(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.]\d)(?!\d)/u.exec(text);
  return found === null ? undefined : { hour: Number(found[1]), minute: Number(found[2]) };
}

const survey = ({ entities, text }: View): Args => ({
  incident: entities.incident,
  score: scoreIn(text) ?? scoreOf(entities),
  comment: afterColon(text),
});

/** "4/5", which looks like a day of the year. */
function scoreIn(text: string): number | undefined {
  const found = /(?<![\d/])(\d{1,3})\s?\/\s?(5|10|100)(?![\d/])/u.exec(text);
  return found === null ? undefined : onScale(Number(found[1]), Number(found[2]));
}

const onScale = (score: number, top: number): number => Math.min(BEST, Math.max(1, Math.round((score / top) * BEST)));

/** "4 out of 5" and "5-тен 4" are 4; "9 out of 10" is 5 on the desk's scale of 1 to 5. */
export function scoreOf({ amounts }: Entities): number | undefined {
  const small = amounts.filter(({ value }) => value <= 100);
  const written = small.filter(({ digits }) => digits);
  const numbers = (written.length > 0 ? written : small).map(({ value }) => value);
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const top = second === undefined ? BEST : Math.max(first, second);
  const score = second === undefined || !scales.includes(top) ? first : Math.min(first, second);
  const scaled = scales.includes(top) ? Math.round((score / top) * BEST) : score;
  return Math.min(BEST, Math.max(1, scaled));
}

/**
 * The vendor's number of a case: digits as long as theirs, or letters and digits; beside the incident's own number, any
 * other long one.
 */
function caseNumberIn(text: string, incident: string | undefined): string | undefined {
  const own = incident?.slice('INC-'.length);
  const numbers = [
    ...text.matchAll(/(?<![\p{Script=Latin}\p{Script=Cyrillic}\d-])(?!inc)(?:[A-Z]{2,4}-?)?\d{4,}(?!\d|[:.]\d)/giu),
  ]
    .map(([number]) => number)
    .filter((number) => own === undefined || !number.endsWith(own));
  return numbers.find((number) => digitsIn(number) >= leastDigits(number, own !== undefined));
}

const digitsIn = (number: string): number => number.replaceAll(/\D/g, '').length;
const leastDigits = (number: string, besideOwn: boolean): number => (!/^\d/.test(number) ? 4 : besideOwn ? 5 : 8);
