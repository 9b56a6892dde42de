/** A short word where nothing was asked of the desk: courtesy for courtesy, and whom to call when it burns. */
import type { FactsOf, SmallTalk } from '../src/command/contract.ts';
import { contracts } from '../src/command/contract.ts';
import { button } from './button.ts';
import { peopleIn } from './people.ts';
import { ended, sentences } from './sentences.ts';
import { type Rendered, Sheet, type Tone } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/message.json' with { type: 'json' };
import type { Voice } from './voice.ts';

const fill = cardOf(template, Sheet);

/** More countries than these are not where one stands. */
const MOST_COUNTRIES = 4;

const tones: Readonly<Partial<Record<SmallTalk, Tone>>> = { emergency: 'attention', greeting: 'accent', who: 'accent' };

type Word = Pick<FactsOf<'help'>, 'dial'> & { readonly smallTalk: SmallTalk; readonly people?: unknown };

/** The card of a kind word, with the button that shows what the desk can do. */
export function smallTalkCard({ smallTalk, dial = [], people }: Word, voice: Voice): Rendered {
  const sections = peopleIn(people, voice);
  const [first, ...others] = dial.slice(0, MOST_COUNTRIES);
  const headline =
    first === undefined
      ? voice.say(`talk.${smallTalk}.title`, { numbers: '' })
      : voice.say('talk.emergency.title', { numbers: voice.choice(first.numbers) });
  const elsewhere = others.map(({ country, numbers }) =>
    voice.say('talk.elsewhere', { country: voice.country(country), numbers: voice.choice(numbers) }),
  );
  const lines = [voice.say(`talk.${smallTalk}.line`), ...elsewhere];
  const named = sections.flatMap(({ items = [] }) => items.map(ended));
  const text = sentences(ended(headline), ...lines.map(ended), ...named);
  const card = fill({
    speak: text,
    header: { tone: tones[smallTalk] ?? 'emphasis', kicker: voice.say('desk.name'), headline, sublines: lines },
    sections,
    actions: smallTalk === 'goodbye' || smallTalk === 'thanks' ? [] : [button(voice.say('action.help'), 'help', {})],
  });
  return { text, card };
}

/** What was said beside the point, where the facts hold it. */
export function smallTalkOf(facts: Readonly<Record<string, unknown>>): Word | undefined {
  const parsed = contracts.help.facts.partial({ commands: true }).safeParse(facts);
  const { smallTalk, dial } = parsed.success ? parsed.data : {};
  if (smallTalk === undefined) return undefined;
  return { smallTalk, people: facts.people, ...(dial === undefined ? {} : { dial }) };
}
