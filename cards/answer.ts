/** The answer to how fast the vendor responds: the time first, then why, what comes next, and what did not apply. */
import type { Citation } from '../src/command/answer.ts';
import type { ResponseFacts, WhatIf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { clocksWorthDrawing, responseLane } from './clocks-section.ts';
import { proofFold } from './proof.ts';
import { ended, sentences } from './sentences.ts';
import {
  type Button,
  type Fold,
  type Picture,
  type Rendered,
  type Section,
  Sheet,
  sectionOf,
  toneOfSeverity,
} from './sheet.ts';
import { cardOf } from './template.ts';
import answer from './templates/answer.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Answer = Sheet;
const fill = cardOf(answer, Answer);

/** The response card and its words. Instants show on the reader's clock, and on the location's where they differ. */
export function answerCard(facts: ResponseFacts, citations: readonly Citation[], voice: Voice): Rendered {
  const said = saidOf(facts, citations, voice);
  const text = answerText(facts, said, voice);
  const card = fill({
    speak: text,
    header: {
      tone: toneOfSeverity[facts.severity],
      kicker: voice.say('response.kicker'),
      badges: [voice.say('severity.label', { severity: facts.severity })],
      headline: voice.duration(facts.firstResponseMinutes),
      strong: [dueLine(facts, voice)],
      sublines: said.sublines,
    },
    notes: said.notes,
    sections: sectionsOf(facts, voice),
    folds: foldsOf(facts, said.rejected, voice),
    actions: actionsOf(facts, voice),
    basis: [said.basis ?? []].flat(),
  });
  return { text, card };
}

/** What both the card and its plain summary say. */
interface Said {
  readonly sublines: string[];
  readonly notes: string[];
  readonly rejected: string[];
  readonly basis: string | undefined;
}

const saidOf = (facts: ResponseFacts, citations: readonly Citation[], voice: Voice): Said => ({
  sublines: sublinesOf(facts, voice),
  notes: notesOf(facts, voice),
  rejected: rejectedLines(facts.rejected, voice),
  basis: voice.basis(citations),
});

/** What an answer is about: the product, or all of them, or all but those told apart; and where. */
export function subjectOf(
  facts: Pick<ResponseFacts, 'product' | 'location' | 'byProduct'> & { timeZone?: string },
  voice: Voice,
): string {
  const { product, location, timeZone, byProduct = [] } = facts;
  const all = byProduct.length > 0 ? 'response.other-products' : 'response.all-products';
  return voice.say('place.of', {
    product: product === undefined ? voice.say(all) : voice.product(product),
    location: voice.location(location, timeZone),
  });
}

const dueLine = ({ due, timeZone }: ResponseFacts, voice: Voice): string =>
  voice.say(voice.sameClock(due, timeZone) ? 'response.due' : 'response.due-yours', { when: voice.when(due) });

function sublinesOf(facts: ResponseFacts, voice: Voice): string[] {
  const { due, timeZone, location, byProduct = [] } = facts;
  const there = voice.sameClock(due, timeZone)
    ? []
    : [
        voice.say('response.due-there', {
          location: voice.location(location, timeZone),
          when: voice.whenThere(due, timeZone),
        }),
      ];
  const families = byProduct.map(({ family, firstResponseMinutes, chart }) =>
    voice.say('response.family', {
      family: voice.code('family', family),
      duration: voice.duration(firstResponseMinutes),
      chart: voice.code('chart', chart),
    }),
  );
  const asked = voice.isNow(facts.from) ? [] : [voice.say('response.counted-from', { when: voice.when(facts.from) })];
  return [subjectOf(facts, voice), ...there, ...families, ...asked];
}

/** What the reader must know before trusting the figure. */
function notesOf({ uncertain, inferred, past, whatIf }: ResponseFacts, voice: Voice): string[] {
  return [
    ...(whatIf === undefined ? [] : whatIfNotes(whatIf, voice)),
    ...(uncertain ? [voice.say('response.uncertain')] : []),
    ...(inferred ? [voice.say('response.inferred')] : []),
    ...(past ? [voice.say('response.past')] : []),
  ];
}

/** What is assumed, what holds today without it, and what it presupposes. */
function whatIfNotes({ assuming, notOffered, today, prerequisites }: WhatIf, voice: Voice): string[] {
  const { chart, firstResponseMinutes } = today;
  const services = (ids: readonly string[]): { services: string } => ({ services: voice.list(ids.map(voice.service)) });
  const without = { duration: voice.duration(firstResponseMinutes), chart: voice.code('chart', chart) };
  return [
    ...(assuming.length > 0
      ? [voice.say('response.assuming', services(assuming)), voice.say('response.today', without)]
      : []),
    ...(prerequisites.length > 0
      ? [
          voice.say('response.presupposes', {
            prerequisites: voice.list(prerequisites.map((code) => voice.code('prerequisite', code))),
          }),
        ]
      : []),
    ...(notOffered.length > 0 ? [voice.say('response.not-offered', services(notOffered))] : []),
  ];
}

const governs = (chart: ResponseFacts['chart'], voice: Voice): string =>
  chart === 'base'
    ? voice.say('response.governs-base')
    : voice.say('response.governs', { chart: voice.code('chart', chart) });

function sectionsOf(facts: ResponseFacts, voice: Voice): Section[] {
  return [
    {
      title: voice.say('response.why'),
      lines: [governs(facts.chart, voice)],
      rows: [
        { label: voice.say('response.clock'), value: voice.code('clock', facts.clock) },
        { label: voice.say('response.effort'), value: voice.code('effort', facts.effort) },
        { label: voice.say('response.queue'), value: voice.code('queue', facts.queue) },
      ],
    },
    ...sectionOf(voice.say('response.next'), nextOf(facts, voice)),
    ...sectionOf(voice.say('response.duties'), dutiesOf(facts, voice)),
    ...sectionOf(
      voice.say('response.conditions'),
      facts.conditions.map((code) => voice.code('condition', code)),
    ),
  ];
}

const submitVia = ({ submission }: ResponseFacts, voice: Voice): string =>
  voice.say('response.first', { via: voice.choice(submission.via.map((channel) => voice.code('via', channel))) });

/** From the customer's report to the vendor's escalation, in the order in which it happens. */
function nextOf(facts: ResponseFacts, voice: Voice): string[] {
  const { mention } = facts.submission;
  return [
    submitVia(facts, voice),
    ...(mention === undefined ? [] : [voice.say('response.mention', { mention })]),
    ...vendorSteps(facts, voice),
  ];
}

/** Who takes it and how far it can go. */
export const vendorSteps = (
  { roles, escalation }: Pick<ResponseFacts, 'roles' | 'escalation'>,
  voice: Voice,
): string[] => [
  ...roles.map((role) => voice.code('role', role)),
  ...escalation.map((level) => voice.code('escalation', level)),
];

export const dutiesOf = ({ obligations }: Pick<ResponseFacts, 'obligations'>, voice: Voice): string[] =>
  obligations.map((duty) => voice.code('obligation', duty));

function foldsOf(facts: ResponseFacts, rejected: string[], voice: Voice): Fold[] {
  return [
    ...(rejected.length > 0 ? [{ id: 'fold-rejected', title: voice.say('response.rejected'), items: rejected }] : []),
    { ...proofFold(facts, voice), pictures: pictureOf(facts, voice) },
  ];
}

/** A clock that runs on says nothing in a picture; one that stands still over a night does. */
const pictureOf = (facts: ResponseFacts, voice: Voice): Picture[] =>
  clocksWorthDrawing([responseLane(facts, voice)], voice);

export const rejectedLines = (rejected: ResponseFacts['rejected'], voice: Voice): string[] =>
  rejected.map(({ chart, because, also = [], starts }) =>
    voice.say('response.rejected-line', {
      chart: voice.code('chart', chart),
      reasons: voice.list([
        starts === undefined
          ? voice.code('rejection', because)
          : voice.say('response.starts', { date: voice.date(starts) }),
        ...also.map((reason) => voice.code('rejection', reason)),
      ]),
    }),
  );

function actionsOf({ severity, product, location, chart }: ResponseFacts, voice: Voice): Button[] {
  const known = { severity, location, ...(product === undefined ? {} : { product }) };
  return [
    button(voice.say('action.open-incident'), 'incident.open.form', known, { style: 'positive' }),
    button(voice.say('action.severity-chart'), 'severity.explain', { chart }),
  ];
}

/** The plain summary: severity, subject, time, chart, way in, what was passed over, clause. */
function answerText(facts: ResponseFacts, { sublines, notes, rejected, basis }: Said, voice: Voice): string {
  return sentences(
    voice.say('response.text', {
      severity: voice.say('severity.label', { severity: facts.severity }),
      subject: subjectOf(facts, voice),
      duration: voice.duration(facts.firstResponseMinutes),
      when: voice.whenThere(facts.due, voice.zone),
    }),
    voice.say('response.text-why', { governs: governs(facts.chart, voice), clock: voice.code('clock', facts.clock) }),
    ...sublines.slice(1).map(ended),
    ended(submitVia(facts, voice)),
    ...notes,
    ...rejected.map(ended),
    ended(basis),
  );
}
