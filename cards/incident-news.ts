/** The incident card after something was done to it: what happened stands above how it now is. */
import type { Decision } from '../src/command/answer.ts';
import { contracts, type FactsOf } from '../src/command/contract.ts';
import { isStepCommand, type StepCommand, steps } from '../src/incident/lifecycle.ts';
import { type IncidentView, incidentCard } from './incident.ts';
import { ended } from './sentences.ts';
import type { Rendered } from './sheet.ts';
import type { Voice } from './voice.ts';

/** How it stands, where the core tells that beside the command's own facts. */
const Story = contracts['incident.show'].facts
  .pick({ history: true, deadlines: true, clocks: true, steps: true })
  .partial();
/** What was promised; not of a severity that is only asked for, whose plan is what it would bring. */
const Promised = contracts['incident.show'].facts.pick({ plan: true }).partial();

/** The card of a command on an incident; undefined for a command that is none. */
export function incidentAnswer({ command, facts, citations }: Decision, voice: Voice): Rendered | undefined {
  const view = isStepCommand(command) ? stepView(command, facts, voice) : viewOf(command, facts, voice);
  return view === undefined ? undefined : incidentCard({ ...Story.parse(facts), ...view }, citations, voice);
}

function stepView(command: StepCommand, facts: Decision['facts'], voice: Voice): IncidentView {
  const { incident, event, escalation, because = [] } = contracts[command].facts.parse(facts);
  const news = voice.code('event', event ?? steps[command]);
  const notes = [
    ...because.map((code) => ended(voice.code('because', code))),
    ...(escalation === undefined
      ? []
      : [voice.say('incident.escalated-from', { when: voice.when(escalation.effective) })]),
  ];
  return {
    incident,
    ...Promised.parse(facts),
    notes,
    ...(news === voice.code('state', incident.state) ? {} : { news }),
  };
}

function viewOf(command: Decision['command'], facts: Decision['facts'], voice: Voice): IncidentView | undefined {
  switch (command) {
    case 'incident.open': {
      const opened = contracts['incident.open'].facts.parse(facts);
      const { id, state } = opened.incident;
      return state === 'awaiting-call' ? opened : { ...opened, headline: voice.say('incident.opened-title', { id }) };
    }
    case 'incident.show':
      return contracts['incident.show'].facts.parse(facts);
    case 'severity.request':
    case 'severity.set':
      return severityView(contracts[command].facts.parse(facts), voice);
    case 'incident.call': {
      const { incident, plan } = contracts[command].facts.parse(facts);
      return { incident, news: voice.code('event', 'called'), ...(plan === undefined ? {} : { plan }) };
    }
    case 'incident.update':
      return { ...contracts[command].facts.parse(facts), news: voice.code('event', 'updated'), notes: [] };
    case 'incident.review': {
      const { incident, event = '', what } = contracts[command].facts.parse(facts);
      return {
        incident,
        news: voice.code('event', event),
        notes: [ended(voice.code('deadline', clockNamed(what)))],
      };
    }
    case 'survey.answer':
      return { ...contracts['survey.answer'].facts.parse(facts), news: voice.say('incident.survey-thanks') };
    default:
      return undefined;
  }
}

/** The deadline that a followup is told as. */
const clockNamed = (what: string): string => (what === 'root-cause-analysis' ? 'root-cause' : what);

/** A severity that was asked for shows what it would bring; one that is set shows what it brings. */
function severityView(
  { incident, requested, accepted, plan, because, uncertain, missed = [] }: FactsOf<'severity.request'>,
  voice: Voice,
): IncidentView {
  const severity = voice.say('severity.label', { severity: requested });
  const duration = voice.duration(plan.firstResponseMinutes);
  const pending = accepted === 'pending';
  return {
    incident,
    ...(pending ? {} : { plan }),
    news: voice.say(pending ? 'incident.severity-requested' : 'incident.severity-set', { severity }),
    notes: [
      ...(pending ? [voice.say('incident.severity-would', { severity, duration })] : []),
      ...because.map((code) => ended(voice.code('because', code))),
      ...missed.map(({ due }) => voice.say('incident.missed', { when: voice.when(due) })),
      ...(uncertain ? [voice.say('incident.severity-uncertain')] : []),
    ],
  };
}
