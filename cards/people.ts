/** Whom to turn to, where the desk itself does not help on. */
import { z } from 'zod';
import { cleanLine } from './clean.ts';
import { type Section, sectionOf } from './sheet.ts';
import type { Voice } from './voice.ts';

const Person = z.object({ name: z.string(), email: z.string().optional(), phone: z.string().optional() });

/** Whom to turn to, each with the ways to reach them; nothing where nobody is named. */
export function peopleIn(people: unknown, voice: Voice): Section[] {
  const named = Person.array().safeParse(people);
  const lines = (named.success ? named.data : []).map(({ name, email, phone }) =>
    [name, email, phone].flatMap((part) => (part === undefined ? [] : [cleanLine(part)])).join(' · '),
  );
  return sectionOf(voice.say('helpers.title'), lines);
}
