/**
 * What everyone in a channel sees of an incident. The base card of a message is open to all its readers, so it holds
 * nothing of the agreement and none of the customer's words; who is concerned gets the whole by its refresh.
 */
import { z } from 'zod';
import type { IncidentFacts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { MOST_REFRESHED } from './refresh.ts';
import { ended, sentences } from './sentences.ts';
import { Button, type Rendered, Sheet, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/channel.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Channel = Sheet.extend({
  refresh: z.strictObject({ press: Button, users: z.array(z.string().min(1)).max(MOST_REFRESHED) }),
});
const fill = cardOf(template, Channel);

/** The base card; `users` are channel ids (`29:…`), of which the first sixty see their own view by themselves. */
export function channelCard(incident: IncidentFacts, users: readonly string[], voice: Voice): Rendered {
  const { id, severity, state, product, due, queue } = incident;
  const kicker = voice.say('incident.kicker', { id });
  const owed = due !== undefined && (state === 'open' || state === 'awaiting-call');
  const strong = owed ? [voice.say('incident.due', { when: voice.whenThere(due, voice.zone) })] : [];
  const level = voice.say('severity.label', { severity });
  const show = button(voice.say('action.show-incident'), 'incident.show', { incident: id });
  const text = sentences(
    ended(
      voice.say('incident.text', {
        id,
        severity: level,
        state: voice.code('state', state),
        subject: voice.product(product),
      }),
    ),
    ...strong.map(ended),
  );
  const card = fill({
    speak: text,
    header: {
      tone: state === 'resolved' || state === 'closed' ? 'good' : toneOfSeverity[severity],
      kicker,
      badges: [level],
      headline: voice.code('state', state),
      strong,
      sublines: [voice.product(product), voice.code('queue', queue), voice.say('incident.base-note')],
    },
    actions: [show],
    refresh: {
      press: button(voice.say('action.refresh'), 'incident.refresh', { incident: id }),
      users: users.slice(0, MOST_REFRESHED),
    },
  });
  return { text, card };
}
