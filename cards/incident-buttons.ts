/** What can be pressed on an incident: the steps that the reader may take, and the way on. */
import { button } from './button.ts';
import type { IncidentView } from './incident.ts';
import { stepKey } from './key.ts';
import type { Button } from './sheet.ts';
import type { VerbName } from './verbs.ts';
import type { Voice } from './voice.ts';

const MOST_STEPS = 3;

/** Steps that one press does; the others need words or a severity and open a form. */
const PRESSED = ['acknowledge', 'call', 'mitigate', 'resolve', 'escalate', 'close', 'reopen'] as const;
const ASKED = {
  survey: 'survey.answer',
  update: 'incident.update',
  note: 'incident.note',
  severity: 'severity.request',
  'set-severity': 'severity.set',
  'root-cause': 'rca.request',
} as const;

/** Steps are named by their command, or as the incident's events are: `acknowledged`. */
const offered = (steps: readonly string[], step: string, event: string): boolean =>
  steps.includes(`incident.${step}`) || steps.includes(event);
const eventOf: Readonly<Record<(typeof PRESSED)[number], string>> = {
  acknowledge: 'acknowledged',
  call: 'called',
  mitigate: 'mitigated',
  resolve: 'resolved',
  escalate: 'escalated',
  close: 'closed',
  reopen: 'reopened',
};

/** At most three steps, then refresh and the list; a step's key holds the revision that it was offered at. */
export function incidentButtons({ incident, steps = [], history = [] }: IncidentView, voice: Voice): Button[] {
  const { id } = incident;
  const pressed = PRESSED.filter((step) => offered(steps, step, eventOf[step])).map((step) => {
    const verb = `incident.${step}` as const satisfies VerbName;
    return button(
      voice.say(`action.${step}`),
      verb,
      { incident: id, commandKey: stepKey(id, verb, history.length) },
      step === 'acknowledge' || step === 'call' ? { style: 'positive' } : {},
    );
  });
  const asked = Object.entries(ASKED)
    .filter(([step, command]) => steps.includes(command) || (step === 'note' && steps.includes('noted')))
    .map(([step, command]) => button(voice.code('action', step), 'form.open', { command, args: { incident: id } }));
  return [
    ...[...pressed, ...asked].slice(0, MOST_STEPS),
    button(voice.say(history.length > 0 ? 'action.refresh' : 'action.show-incident'), 'incident.show', {
      incident: id,
    }),
    button(voice.say('action.incidents'), 'incident.list', {}),
  ];
}
