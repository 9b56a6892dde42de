/** One incident: how it stands, by when the vendor responds, what comes next, and what can be done with it. */
import { z } from 'zod';
import { IsoDate } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import type { CallScript, FactsOf, IncidentFacts, ResponseFacts, RunningClock } from '../src/command/contract.ts';
import { dutiesOf, rejectedLines, subjectOf, vendorSteps } from './answer.ts';
import { callSection, callText } from './call-script.ts';
import { clean, cleanLine, cut } from './clean.ts';
import { ClockLine, clockLine, isOwed } from './clock-line.ts';
import { clocksWorthDrawing, laneOf, responseLane } from './clocks-section.ts';
import { incidentButtons } from './incident-buttons.ts';
import { historyFold, personName, responders, signedWhen } from './incident-history.ts';
import { proofFold } from './proof.ts';
import { refreshOf } from './refresh.ts';
import { ended, sentences } from './sentences.ts';
import {
  type Fold,
  type Header,
  type Picture,
  type Rendered,
  type Row,
  type Section,
  Sheet,
  sectionOf,
  type Tone,
  toneOfSeverity,
} from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/incident.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Incident = Sheet.extend({
  /** The first response while it is owed. */
  clock: z.array(ClockLine).max(1),
  /** The customer's own words: a run of rich text in the template, which is never read as markup. */
  summary: z.string().min(1),
  rows: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })),
});
const fill = cardOf(template, Incident);

const MOST_SUMMARY = 1200;

/** What is known of an incident, by the command that was given; more of it gives a fuller card. */
export interface IncidentView {
  readonly incident: IncidentFacts;
  readonly plan?: ResponseFacts | undefined;
  readonly nextSteps?: readonly string[];
  readonly history?: FactsOf<'incident.show'>['history'] | undefined;
  readonly deadlines?: FactsOf<'incident.show'>['deadlines'] | undefined;
  readonly clocks?: readonly RunningClock[] | undefined;
  /** What happened just now; with `headline` it takes the state's place at the top. */
  readonly news?: string;
  readonly headline?: string;
  /** Commands that the reader may give on it now. */
  readonly steps?: readonly string[] | undefined;
  readonly notes?: readonly string[];
  /** What to say on the phone, where a call is awaited. */
  readonly call?: CallScript | undefined;
}

/** The incident card. Instants show on the reader's clock. */
export function incidentCard(view: IncidentView, citations: readonly Citation[], voice: Voice): Rendered {
  const { incident } = view;
  const basis = voice.basis(citations);
  const text = incidentText(view, basis, voice);
  const card = fill({
    speak: text,
    header: headerOf(view, voice),
    clock: runningClock(view, voice),
    notes: [
      ...(view.notes ?? []),
      ...(incident.filed === false && !isOver(incident) ? [voice.say('incident.not-filed')] : []),
    ],
    summary: cut(clean(incident.summary), MOST_SUMMARY) || '?',
    rows: rowsOf(view, voice),
    sections: sectionsOf(view, voice),
    folds: foldsOf(view, voice),
    actions: incidentButtons(view, voice),
    basis: [basis ?? []].flat(),
  });
  const { reader } = voice.audience;
  const isLive = reader !== undefined && !isOver(incident);
  return { text, card: isLive ? { ...card, refresh: refreshOf(incident.id, [reader], voice) } : card };
}

const toneOf = ({ severity, state }: IncidentFacts): Tone =>
  state === 'resolved' || state === 'closed' ? 'good' : toneOfSeverity[severity];

function headerOf({ incident, plan, news, headline }: IncidentView, voice: Voice): z.input<typeof Header> {
  const { id, severity, state } = incident;
  const due = dueLine(incident, voice);
  return {
    tone: toneOf(incident),
    kicker: voice.say('incident.kicker', { id }),
    badges: [voice.say('severity.label', { severity })],
    headline:
      state === 'awaiting-call' ? voice.say('incident.call-title', { id }) : (headline ?? voice.code('state', state)),
    strong: [...(news === undefined ? [] : [news]), ...(due === undefined ? [] : [due])],
    sublines: [subjectOf({ ...incident, ...(plan === undefined ? {} : { timeZone: plan.timeZone }) }, voice)],
  };
}

/** The first response while it is owed: when it comes, or that it should have come. */
function dueLine({ due, state }: IncidentFacts, voice: Voice): string | undefined {
  if (due === undefined || !isOwed({ due, state })) return undefined;
  return voice.say(voice.isPast(due) ? 'incident.was-due' : 'incident.due', { when: voice.when(due) });
}

const runningClock = ({ incident, plan }: IncidentView, voice: Voice): z.input<typeof ClockLine>[] =>
  plan !== undefined && isOwed(incident) ? [clockLine({ ...plan, due: incident.due ?? plan.due }, voice)] : [];

function rowsOf(view: IncidentView, voice: Voice): Row[] {
  const { incident, plan, history } = view;
  const { environment, queue, opened, openedBy } = incident;
  const rows = [
    { label: voice.say('incident.team'), value: voice.code('queue', queue) },
    { label: voice.say('incident.owner'), value: history === undefined ? '' : ownerOf(history, voice) },
    { label: voice.say('incident.opened'), value: signedWhen(opened, openedBy, voice) },
    { label: voice.say('incident.environment'), value: environmentOf(environment ?? '', voice) },
    { label: voice.say('incident.case-number'), value: cleanLine(incident.caseNumber ?? '') },
    { label: voice.say('incident.contact'), value: cut(cleanLine(personOf(incident.contact)), 120) },
    { label: voice.say('incident.change-authority'), value: cut(cleanLine(incident.changeAuthority ?? ''), 120) },
    { label: voice.say('incident.promise'), value: plan === undefined ? '' : promiseOf(plan, voice) },
    { label: voice.code('deadline', 'first-response'), value: responseGiven(view, voice) },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** Who has it: the last to acknowledge. Somebody without a name is told by the team alone. */
function ownerOf(history: NonNullable<IncidentView['history']>, voice: Voice): string {
  const { last } = responders(history);
  return last === undefined ? voice.say('incident.nobody') : personName(last.by);
}

/** Whether the first response came in time; nothing while it is owed. */
function responseGiven({ incident, plan, history = [] }: IncidentView, voice: Voice): string {
  if (isOwed(incident)) return '';
  // A promise that began anew was kept by whoever responded after it.
  const later = history.filter(({ at }) => plan !== undefined && Date.parse(at) >= Date.parse(plan.from));
  const first = responders(later).first ?? responders(history).first;
  if (plan === undefined || first === undefined) return '';
  const when = voice.when(first.at);
  const late = (Date.parse(first.at) - Date.parse(plan.due)) / 60_000;
  return late > 0
    ? voice.say('running.given-late', { when, duration: voice.duration(Math.ceil(late)) })
    : voice.say('running.given', { when });
}

const personOf = (contact: IncidentFacts['contact']): string =>
  [contact?.name ?? '', contact?.phone ?? ''].filter((part) => part !== '').join(', ');

const promiseOf = ({ firstResponseMinutes, chart }: ResponseFacts, voice: Voice): string =>
  voice.say('incident.promise-line', {
    duration: voice.duration(firstResponseMinutes),
    chart: voice.code('chart', chart),
  });

const isOver = ({ state }: IncidentFacts): boolean => state === 'resolved' || state === 'closed';

function sectionsOf(view: IncidentView, voice: Voice): Section[] {
  return [...(view.call === undefined ? [] : [callSection(view.call, voice)]), ...whatIsNext(view, voice)];
}

function whatIsNext(view: IncidentView, voice: Voice): Section[] {
  const { incident, plan, nextSteps = stepsAhead(incident, voice), deadlines = [] } = view;
  const dated = deadlineRows(deadlines, voice);
  const pictures = clocksPicture(view, voice);
  const others: Section[] =
    dated.length + pictures.length > 0 ? [{ title: voice.say('incident.deadlines'), pictures, rows: dated }] : [];
  if (plan === undefined || isOver(incident)) return others;
  const steps = nextSteps.map((code) => stepLine(code, incident, plan, voice)).filter((line) => line !== undefined);
  return [
    ...sectionOf(voice.say('incident.next'), [...steps, ...vendorSteps(plan, voice)]),
    ...sectionOf(voice.say('incident.duties'), dutiesOf(plan, voice)),
    ...others,
  ];
}

/** What comes next of an incident that was opened before. */
function stepsAhead({ state, due }: IncidentFacts, voice: Voice): readonly string[] {
  if (state === 'awaiting-call') return ['call-by-phone'];
  return state === 'open' && due !== undefined && !voice.isPast(due) ? ['await-first-response'] : [];
}

/** The clocks that are owed as a picture; without them that of the first response. */
function clocksPicture({ incident, plan, clocks }: IncidentView, voice: Voice): Picture[] {
  const first = plan !== undefined && isOwed(incident) ? [responseLane(plan, voice)] : [];
  return clocksWorthDrawing(clocks?.map((clock) => laneOf(clock, voice)) ?? first, voice);
}

/** What else is due; the first response stands in the head. */
const deadlineRows = (deadlines: NonNullable<IncidentView['deadlines']>, voice: Voice): Row[] =>
  deadlines
    .filter(({ what }) => what !== 'first-response')
    .map(({ what, due }) => ({
      label: voice.code('deadline', what),
      value: IsoDate.safeParse(due).success ? voice.date(due) : voice.when(due),
    }));

/** The words of a next step; duties are left to their own section. */
function stepLine(code: string, { id, due }: IncidentFacts, plan: ResponseFacts, voice: Voice): string | undefined {
  return voice.codeIfAny('step', code, {
    incident: id,
    mention: plan.submission.mention ?? '',
    due: voice.when(due ?? plan.due),
  });
}

function foldsOf({ plan, history = [] }: IncidentView, voice: Voice): Fold[] {
  const rejected = plan === undefined ? [] : rejectedLines(plan.rejected, voice);
  return [
    ...(history.length > 0 ? [historyFold(history, voice)] : []),
    ...(rejected.length > 0 ? [{ id: 'fold-rejected', title: voice.say('response.rejected'), items: rejected }] : []),
    ...(plan === undefined || plan.proof.segments.length === 0 ? [] : [proofFold(plan, voice)]),
  ];
}

function incidentText(view: IncidentView, basis: string | undefined, voice: Voice): string {
  const { incident, plan, news, headline, nextSteps = [], notes = [], deadlines = [], call } = view;
  const { id, severity, state } = incident;
  const due = dueLine(incident, voice);
  return sentences(
    ended(headline),
    ended(news),
    voice.say('incident.text', {
      id,
      severity: voice.say('severity.label', { severity }),
      state: voice.code('state', state),
      subject: subjectOf({ ...incident, ...(plan === undefined ? {} : { timeZone: plan.timeZone }) }, voice),
    }),
    ended(due),
    ...runningClock(view, voice).map(({ label }) => ended(label)),
    plan === undefined ? undefined : ended(promiseOf(plan, voice)),
    ...notes,
    call === undefined ? undefined : callText(call, voice),
    ...(plan === undefined ? [] : nextSteps.map((code) => ended(stepLine(code, incident, plan, voice)))),
    ...deadlineRows(deadlines, voice).map(({ label, value }) =>
      ended(voice.say('reading', { title: label, details: value })),
    ),
    ended(basis),
  );
}

/** In words where it is one that the desk knows, else as the person wrote it. */
const environmentOf = (environment: string, voice: Voice): string =>
  voice.codeIfAny('environment', environment) ?? cut(cleanLine(environment), 120);
