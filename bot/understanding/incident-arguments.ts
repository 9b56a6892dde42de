/** Arguments of the commands on incidents. */
import { type Args, afterColon, type Builder, futureDate, instantOf, place, planOf } from './argument-parts.ts';
import { laterIn } from './civil.ts';
import type { Entities } from './entities.ts';
import { ATTACK, EARLY_START, NO_RESOURCES, PRODUCT_DEFECT } from './incident-phrases.ts';
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
    impact: view.entities.severity === undefined ? view.entities.impact : undefined,
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
    caseNumber: caseNumberIn(text),
  }),
  'incident.update': ({ entities, text }, context) => ({
    incident: entities.incident,
    text: afterColon(text),
    nextUpdate: nextUpdate(entities, context),
  }),
  'incident.review': ({ entities, concepts, text }) => ({
    incident: entities.incident,
    what: saysRootCause(entities, text) ? 'root-cause-analysis' : concepts.has('event') ? 'event-summary' : undefined,
    date: futureDate(entities),
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
  'severity.request': ({ entities, text }) => ({
    incident: entities.incident,
    severity: entities.severity ?? entities.letter,
    impact: entities.impact,
    text: afterColon(text),
  }),
  'severity.set': ({ entities, text }) => ({
    incident: entities.incident,
    severity: entities.severity ?? entities.letter,
    reason: NO_RESOURCES.test(text) ? 'no-resources' : undefined,
  }),
  'rca.request': plain,
  'survey.answer': (view) => survey(view),
};

/** The analysis of causes by its name; a review speaks of causes too. */
const ROOT_CAUSE =
  /root.cause|causes? (première|racine|profonde)|rodårsag|shka(k|que)\p{L}* (rrënjës|fillest)|түпкі себеп|根本原因|根因/iu;
const saysRootCause = ({ services }: Entities, text: string): boolean =>
  services.includes('root-cause-analysis') || ROOT_CAUSE.test(text);

/** When more will be said: at a time of day, or so many minutes from now. */
function nextUpdate({ when, ...entities }: Entities, context: UnderstandingContext): string | undefined {
  if (when.afterMinutes !== undefined) return laterIn(context.now, when.afterMinutes, context.timeZone);
  return when.time === undefined ? undefined : instantOf({ when, ...entities }, context);
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
  const written = amounts.filter(({ digits }) => digits);
  const numbers = (written.length > 0 ? written : amounts).map(({ value }) => value);
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const top = second === undefined ? BEST : Math.max(first, second);
  const score = second === undefined || !scales.includes(top) ? first : Math.min(first, second);
  const scaled = scales.includes(top) ? Math.round((score / top) * BEST) : score;
  return Math.min(BEST, Math.max(1, scaled));
}

/** The vendor's number of a case: digits as long as theirs, or letters and digits; never an incident's own number. */
const caseNumberIn = (text: string): string | undefined =>
  [...text.matchAll(/(?<![\p{L}\d-])(?!INC-)(?:[A-Z]{2,4}-?)?\d{4,}(?![\d:.])/giu)]
    .map(([number]) => number)
    .find((number) => number.replaceAll(/\D/g, '').length >= (/^\d/.test(number) ? 8 : 4));
