/** What an argument can be, where that is a closed list: the choices of a form's input. */
import { z } from 'zod';
import { DeskLanguage, Severity } from '../knowledge/vocabulary.ts';
import { type CommandName, Impact } from '../src/command/contract.ts';
import { languageNames } from './formats.ts';
import type { Voice } from './voice.ts';

export const Choice = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });
export type Choice = z.infer<typeof Choice>;

/** Closed lists as the reader sorts words; none for free text. Locations are those that the audience names. */
export function choicesOf(command: CommandName, name: string, voice: Voice): Choice[] {
  switch (kindOf(command, name)) {
    case 'severity':
      return Severity.options.map((value) => ({ value, title: voice.say(`severity.choice.${value}`) }));
    case 'score':
      return (['1', '2', '3', '4', '5'] as const).map((value) => ({ value, title: voice.say(`score.${value}`) }));
    case 'impact':
      return Impact.options.map((value) => ({ value, title: voice.say(`impact.${value}`) }));
    case 'reminders':
      return (['on', 'off'] as const).map((value) => ({ value, title: voice.say(`reminders.${value}`) }));
    case 'decision':
      return (['approve', 'reject'] as const).map((value) => ({ value, title: voice.say(`approval.${value}`) }));
    case 'product':
      return named(Object.keys(voice.names.products), voice.product, voice);
    case 'service':
      return named(Object.keys(voice.names.services), voice.service, voice);
    case 'location':
      return (voice.audience.locations ?? []).map(({ id, timeZone }) => ({
        value: id,
        title: voice.location(id, timeZone),
      }));
    case 'answer-language':
      return DeskLanguage.options.map((value) => ({ value, title: languageNames(value).of(value) ?? value }));
    default:
      return [];
  }
}

/** Arguments are named for what they hold, save where something goes from one to another. */
function kindOf(command: CommandName, name: string): string {
  if (command === 'service.exchange' && (name === 'from' || name === 'to')) return 'service';
  if (command === 'credits.exchange' && (name === 'from' || name === 'to')) return 'location';
  if (command === 'language.set' && name === 'language') return 'answer-language';
  return name === 'for' ? 'service' : name;
}

const named = (ids: readonly string[], nameOf: (id: string) => string, { audience }: Voice): Choice[] =>
  ids
    .map((value) => ({ value, title: nameOf(value) }))
    .sort((one, other) => one.title.localeCompare(other.title, audience.language));
