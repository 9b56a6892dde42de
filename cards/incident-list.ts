/** Incidents, the gravest and nearest first as the core gives them; each can be pressed. */
import { z } from 'zod';
import type { FactsOf, IncidentFacts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { cleanLine, cut } from './clean.ts';
import { ended, sentences } from './sentences.ts';
import { Button, page, type Rendered, Sheet, Tone, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/incident-list.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);
const Entry = z.strictObject({
  tone: Tone,
  severity: Shown,
  title: Shown,
  summary: Shown,
  state: Shown,
  press: Button,
});
export const IncidentList = Sheet.extend({ entries: z.array(Entry), more: z.array(Shown).max(1) });
const fill = cardOf(template, IncidentList);

const MOST_INCIDENTS = 10;
const MOST_SUMMARY = 140;
/** A summary that is read aloud names only the first ones. */
const MOST_SPOKEN = 5;

/** The list with the number of all; at most ten are shown. */
export function incidentListCard({ incidents }: FactsOf<'incident.list'>, voice: Voice): Rendered {
  const { shown, more } = page(incidents, MOST_INCIDENTS);
  const spoken = page(incidents, MOST_SPOKEN);
  const title = voice.say('incidents.title', { count: incidents.length });
  const text = sentences(
    ended(title),
    ...spoken.shown.map((incident) => textOf(incident, voice)),
    spoken.more > 0 ? ended(voice.say('more', { count: spoken.more })) : undefined,
  );
  const card = fill({
    speak: text,
    header: { kicker: voice.say('incidents.kicker'), headline: title },
    entries: shown.map((incident) => entryOf(incident, voice)),
    more: more > 0 ? [voice.say('more', { count: more })] : [],
    actions: (['open', 'closed', 'all'] as const).map((filter) =>
      button(voice.say(`action.incidents-${filter}`), 'incident.list', { filter }),
    ),
  });
  return { text, card };
}

const textOf = ({ id, severity, state, product }: IncidentFacts, voice: Voice): string =>
  voice.say('incidents.text-line', {
    id,
    severity: voice.say('severity.label', { severity }),
    state: voice.code('state', state),
    product: voice.product(product),
  });

function entryOf(incident: IncidentFacts, voice: Voice): z.input<typeof Entry> {
  const { id, severity, state, product, location, summary, due } = incident;
  const owed = due !== undefined && (state === 'open' || state === 'awaiting-call');
  const over = state === 'resolved' || state === 'closed';
  return {
    tone: over ? 'default' : toneOfSeverity[severity],
    severity,
    title: voice.say('incidents.line', { id, product: voice.product(product), location: voice.location(location) }),
    summary: cut(cleanLine(summary), MOST_SUMMARY) || '?',
    state: owed
      ? voice.say('incidents.due', { state: voice.code('state', state), when: voice.when(due) })
      : voice.code('state', state),
    press: button(voice.say('incident.kicker', { id }), 'incident.show', { incident: id }),
  };
}
