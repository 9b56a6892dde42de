/**
 * What happened to an incident, in brief: for the person who opened it, and below its card in a channel. It is read by
 * whoever is there, so it holds no words of people and nothing of the agreement; a button leads to the whole.
 */
import type { IncidentEvent } from '../src/incident/events.ts';
import type { Incident } from '../src/incident/incident.ts';
import { button } from './button.ts';
import { signedWhen } from './incident-history.ts';
import { begun, ended, sentences } from './sentences.ts';
import { type Rendered, Sheet, type Tone, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/message.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const fill = cardOf(template, Sheet);

/** The card of one event and its text; the incident is as the event left it. */
export function briefCard(incident: Incident, event: IncidentEvent, voice: Voice): Rendered {
  const { id, severity, opened } = incident;
  const kicker = voice.say('incident.kicker', { id });
  const headline = headlineOf(event, voice);
  const signed = begun(signedWhen(event.at, event.byName ?? event.by, voice), voice.audience.language);
  const product = voice.product(opened.product);
  const text = sentences(ended(kicker), ended(headline), ended(signed), ended(product));
  const card = fill({
    speak: text,
    header: {
      tone: toneOf(incident),
      kicker,
      badges: [voice.say('severity.label', { severity })],
      headline,
      strong: [signed],
      sublines: [product],
    },
    actions: [button(voice.say('action.show-incident'), 'incident.show', { incident: id })],
  });
  return { text, card };
}

function headlineOf(event: IncidentEvent, voice: Voice): string {
  const what = event.type === 'severity-requested' || event.type === 'severity-set' ? event.severity : undefined;
  if (what === undefined) return voice.code('event', event.type);
  const severity = voice.say('severity.label', { severity: what });
  return voice.say(`incident.${event.type === 'severity-set' ? 'severity-set' : 'severity-requested'}`, { severity });
}

const toneOf = ({ state, severity }: Incident): Tone =>
  state === 'resolved' || state === 'closed' ? 'good' : toneOfSeverity[severity];
