/** What can be pressed on an incident: the steps that the reader may take, the most useful first, and the way on. */
import { button } from './button.ts';
import type { IncidentView } from './incident.ts';
import { stepKey } from './key.ts';
import type { Button } from './sheet.ts';
import type { Voice } from './voice.ts';

const MOST_STEPS = 3;

/** Steps that one press does, by their command and by the event that they become. */
const PRESSED = {
  acknowledge: 'acknowledged',
  call: 'called',
  mitigate: 'mitigated',
  resolve: 'resolved',
  escalate: 'escalated',
  close: 'closed',
  reopen: 'reopened',
} as const;
type Pressed = keyof typeof PRESSED;

/** Steps that need words or a severity open a form. */
const ASKED = {
  'survey.answer': 'survey',
  'incident.update': 'update',
  'incident.note': 'note',
  noted: 'note',
  'severity.request': 'severity',
  'severity.set': 'set-severity',
  'rca.request': 'root-cause',
} as const;
const COMMANDS = {
  survey: 'survey.answer',
  update: 'incident.update',
  note: 'incident.note',
  severity: 'severity.request',
  'set-severity': 'severity.set',
  'root-cause': 'rca.request',
} as const;

/** At most three steps, then refresh and the list; a step's key holds the revision that it was offered at. */
export function incidentButtons({ incident, steps = [], history = [] }: IncidentView, voice: Voice): Button[] {
  const { id } = incident;
  const offered = steps.map((step) => stepButton(step, id, history.length, voice)).filter((one) => one !== undefined);
  return [
    ...offered.slice(0, MOST_STEPS),
    button(voice.say(history.length > 0 ? 'action.refresh' : 'action.show-incident'), 'incident.show', {
      incident: id,
    }),
    button(voice.say('action.incidents'), 'incident.list', {}),
  ];
}

/** The button of a step, named by its command or by its event; undefined for one that no card offers. */
function stepButton(step: string, incident: string, revision: number, voice: Voice): Button | undefined {
  const pressed = (Object.keys(PRESSED) as Pressed[]).find(
    (name) => step === `incident.${name}` || step === PRESSED[name],
  );
  if (pressed !== undefined) {
    const verb = `incident.${pressed}` as const;
    return button(
      voice.say(`action.${pressed}`),
      verb,
      { incident, commandKey: stepKey(incident, verb, revision) },
      pressed === 'acknowledge' || pressed === 'call' ? { style: 'positive' } : {},
    );
  }
  if (step === 'early-start') {
    const args = { incident, earlyStart: true };
    return button(voice.say('action.early-start'), 'form.open', { command: 'incident.note', args });
  }
  if (!isAsked(step)) return undefined;
  const asked = ASKED[step];
  return button(voice.code('action', asked), 'form.open', { command: COMMANDS[asked], args: { incident } });
}

const isAsked = (step: string): step is keyof typeof ASKED => Object.hasOwn(ASKED, step);
