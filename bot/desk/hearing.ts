/** From what a person wrote to the steps that it asks for: by the recogniser, and by a model where that is unsure. */
import type { Knowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Decision } from '../../src/command/answer.ts';
import { commandNames } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import { meansNewest } from '../dialogs/ordinals.ts';
import { languageOfCourtesy } from '../dialogs/small-talk.ts';
import { stepChosen } from '../dialogs/step.ts';
import { type Read, type StepIn, stepsOf } from '../dialogs/steps.ts';
import type { Chooser } from '../model/chooser.ts';
import type { Understander, Understanding } from '../understanding/understand.ts';
import { type Decide, newestIncident } from './decide.ts';
import { mayGive } from './handlers.ts';
import { refused } from './outcome.ts';
import { placesOf, usualTimeZone } from './scenes.ts';

/** Longer texts are refused: nobody reads them, and an incident's summary holds at most 4,000 characters. */
const MAX_TEXT = 8000;
const LONGEST_GREETING = 200;

export interface HearingParts {
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly chooser?: Chooser;
  readonly decide: Decide;
}

/** What was heard: the scene in the language of the text, and what to do, or the answer where there is nothing to do. */
export interface Heard {
  readonly scene: Scene;
  readonly steps: readonly StepIn[];
  readonly unfit?: Decision;
}

/** `locale` (BCP 47) decides the language where the text does not. */
export type Hear = (text: string, dialog: Dialog, scene: Scene, locale: string | undefined) => Promise<Heard>;

export function createHearing({ knowledge, understander, chooser, decide }: HearingParts): Hear {
  /** Where nothing was clear, what a model makes of it; the steps themselves without one, or where it fails. */
  async function chosen(
    steps: readonly StepIn[],
    text: string,
    dialog: Dialog,
    scene: Scene,
  ): Promise<readonly StepIn[]> {
    const [only] = steps;
    const step = steps.length === 1 ? only?.(dialog) : undefined;
    if (chooser === undefined || step?.kind !== 'unclear') return steps;
    const wish = await chooser({
      tenant: scene.tenant,
      text,
      language: scene.language,
      commands: commandNames.filter((command) => mayGive(command, scene)),
      locations: placesOf(scene),
      products: Object.keys(knowledge.products),
      services: Object.keys(knowledge.services),
      today: localDate(scene.now, usualTimeZone(scene)),
    });
    return wish === undefined ? steps : [(before) => stepChosen(wish, step.suggestions, before)];
  }

  /** "My last incident" is the newest that the asker sees, whichever the conversation was about. */
  async function withNewest(steps: readonly StepIn[], text: string, scene: Scene): Promise<readonly StepIn[]> {
    const newest = meansNewest(text) ? await newestIncident(decide, scene) : undefined;
    if (newest === undefined) return steps;
    return steps.map((stepIn) => (dialog) => stepIn({ ...dialog, incident: newest }));
  }

  return async (written, dialog, scene, locale) => {
    const text = withoutMentions(written);
    const read = reader(understander, scene, dialog, locale);
    const understanding = greetedIn(text, repliedIn(text, dialog, read));
    const spoken = { ...scene, language: understanding.language };
    const unfit = unfitText(text, scene);
    if (unfit !== undefined) return { scene: spoken, steps: [], unfit };
    const steps = await chosen(stepsOf(text, understanding, dialog, scene.now, read), text, dialog, spoken);
    return { scene: spoken, steps: await withNewest(steps, text, spoken) };
  };
}

/** Reads a text, by default with the locale for its language where it tells none. */
const reader =
  (understander: Understander, scene: Scene, { pending }: Dialog, usual: string | undefined): Read =>
  (text, language) => {
    const locale = language ?? usual;
    return understander.understand(text.slice(0, MAX_TEXT), {
      now: new Date(scene.now).toISOString(),
      timeZone: usualTimeZone(scene),
      locations: placesOf(scene),
      ...(locale === undefined ? {} : { locale }),
      ...speakerOf(scene),
      ...(pending === undefined ? {} : { expecting: { argument: pending.asked } }),
    });
  };

/** One who is both an engineer and a contact may speak as either. */
function speakerOf({ asker: { roles } }: Scene): { speaker?: 'engineer' | 'customer' } {
  const isCustomer = roles.includes('contact') || roles.includes('administrator');
  if (roles.includes('engineer')) return isCustomer ? {} : { speaker: 'engineer' };
  return { speaker: 'customer' };
}

/** A word or two that answer a question may be in another language than it: "ok", "ja". The answer stays in its own. */
function repliedIn(text: string, { pending, language }: Dialog, read: Read): Understanding {
  const own = read(text);
  if (pending === undefined || text.trim().split(/\s+/u).length > 2) return own;
  const replied =
    own.reply === undefined
      ? DeskLanguage.options.map((asked) => read(text, asked)).find(({ reply }) => reply !== undefined)
      : own;
  return replied?.reply === undefined ? own : { ...own, language: language ?? own.language, reply: replied.reply };
}

/** "Bonjour" alone is too little to know a language by its letters; as a greeting it tells its own. */
function greetedIn(text: string, own: Understanding): Understanding {
  if (text.length > LONGEST_GREETING || own.reply !== undefined) return own;
  const language = languageOfCourtesy(text, [own.language, ...DeskLanguage.options]);
  return language === undefined ? own : { ...own, language };
}

/** `<at>Entitlement Desk</at>` and the like: a mention is how the desk was called, not what is asked. */
const withoutMentions = (text: string): string => text.replaceAll(/<at[^>]*>[^<]*<\/at>/giu, ' ').trim();

/** Texts that are answered without being followed. */
function unfitText(text: string, { workOrders }: Scene): Decision | undefined {
  const nothing = { command: '', args: {}, facts: {}, citations: [] } as const;
  if (text === '') return { ...nothing, status: 'not-understood', because: ['empty-text'] };
  if (text.length > MAX_TEXT) return { ...nothing, status: 'not-understood', because: ['text-too-long'] };
  return workOrders.length === 0 ? { ...nothing, ...refused('unknown-tenant') } : undefined;
}
