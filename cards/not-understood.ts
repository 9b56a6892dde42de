/** What the desk did not understand: its best readings as buttons, never a guess. */
import { z } from 'zod';
import type { Decision } from '../src/command/answer.ts';
import { button } from './button.ts';
import { cleanLine, cut } from './clean.ts';
import { errors, isErrorCode } from './errors.ts';
import { peopleIn } from './people.ts';
import { ended, sentences } from './sentences.ts';
import { Button, type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/not-understood.json' with { type: 'json' };
import type { Voice } from './voice.ts';

/** Each button in a set of its own, one under the other, with what was understood below it: long titles are cut off. */
export const NotUnderstood = Sheet.extend({
  presses: z.array(z.strictObject({ actions: z.array(Button).length(1), details: z.array(z.string().min(1)).max(1) })),
});
const fill = cardOf(template, NotUnderstood);

/** More buttons than these are a menu, and the help card is one. */
const MOST_READINGS = 4;

/** The card with up to four readings; without any it points to the help. */
export function notUnderstoodCard(decision: Decision, voice: Voice): Rendered {
  const { suggestions = [], because = [] } = decision;
  const readings = suggestions.slice(0, MOST_READINGS);
  const none = readings.length === 0;
  const { means, next } = wordsOf(because, voice);
  const people = peopleIn(decision.facts.people, voice);
  const asked = none
    ? voice.say('refusal.text', { means, next })
    : voice.say('not-understood.text', {
        means,
        suggestions: voice.choice(readings.map((reading) => readingOf(reading, voice))),
      });
  const text = sentences(asked, ...people.flatMap(({ title, items = [] }) => [ended(title), ...items.map(ended)]));
  const card = fill({
    speak: text,
    header: {
      kicker: voice.say('not-understood.kicker'),
      headline: none ? means : voice.say('not-understood.title'),
      sublines: [next],
    },
    presses: [
      ...readings.map((reading) => pressOf(reading, voice)),
      { actions: [button(voice.say('action.help'), 'help', {})], details: [] },
    ],
    sections: people,
  });
  return { text, card };
}

/** Why it was not understood: nothing or too much was said, or the words say nothing to the desk. */
function wordsOf(because: readonly string[], voice: Voice): { means: string; next: string } {
  const { means, next } = errors[because.find(isErrorCode) ?? 'not-understood'];
  return { means: voice.say(means), next: voice.say(next) };
}

type Suggestion = NonNullable<Decision['suggestions']>[number];

const pressOf = ({ command, args }: Suggestion, voice: Voice): { actions: Button[]; details: string[] } => {
  const details = detailsOf(args, voice);
  return {
    actions: [button(voice.code('command', command), 'suggestion', { command, args: { ...args } })],
    details: details.length === 0 ? [] : [details.join(' · ')],
  };
};

/** The command in words, with what was understood of it: `How fast the vendor responds: severity 1, Azure SQL`. */
function readingOf({ command, args }: Suggestion, voice: Voice): string {
  const title = voice.code('command', command);
  const details = detailsOf(args, voice);
  return details.length === 0 ? title : voice.say('reading', { title, details: voice.list(details) });
}

function detailsOf({ severity, product, service, location, incident }: Suggestion['args'], voice: Voice): string[] {
  return [
    typeof severity === 'string' ? voice.say('severity.label', { severity }) : '',
    typeof product === 'string' ? voice.product(product) : '',
    typeof service === 'string' ? voice.service(service) : '',
    typeof location === 'string' ? voice.location(location) : '',
    typeof incident === 'string' ? cut(cleanLine(incident), 40) : '',
  ].filter((detail) => detail !== '');
}
