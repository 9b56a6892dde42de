/** What the desk keeps of a person beside the contacts of the work orders: the language to be answered in. */
import { z } from 'zod';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';

const Person = z.object({ format: z.literal('person/1'), language: DeskLanguage });

const keyOf = (tenant: string, user: string): AggregateKey => ({ tenant, kind: 'person', id: user });

/** The language that the person has set, or undefined. What is said unasked is said in it too. */
export async function languageOfPerson(store: Store, tenant: string, user: string): Promise<DeskLanguage | undefined> {
  const stored = await store.load(keyOf(tenant, user));
  const person = Person.safeParse(stored?.state);
  return person.success ? person.data.language : undefined;
}

/** Keeps the language; the last one who sets it has set it. */
export async function setLanguage(store: Store, tenant: string, user: string, language: DeskLanguage): Promise<void> {
  const state: z.infer<typeof Person> = { format: 'person/1', language };
  await lastWord(store, keyOf(tenant, user), () => state);
}
