/** The desk itself: understand, ask for what is missing, decide, record, and put words and a card to it. */
import type { Audience, Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { askerOf, standingOf } from '../../src/agreement/standing.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { createClauseSearch, type PrintedClauses } from '../../src/catalogue/search.ts';
import type { Answer, Decision } from '../../src/command/answer.ts';
import { commandNames, contracts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Store } from '../../src/store/port.ts';
import { conversations } from '../dialogs/conversations.ts';
import { type Dialog, isFresh, type Pending } from '../dialogs/dialog.ts';
import { dialogAfter } from '../dialogs/dialog-after.ts';
import { meansNewest } from '../dialogs/ordinals.ts';
import { type Step, stepChosen } from '../dialogs/step.ts';
import { type Read, type StepIn, stepsOf } from '../dialogs/steps.ts';
import type { Chooser } from '../model/chooser.ts';
import type { Understander, Understanding } from '../understanding/understand.ts';
import { createDecide, newestIncident } from './decide.ts';
import type { Caller, CommandTurn, Desk, TextTurn, ViewTurn } from './desk.ts';
import { mayGive } from './handlers.ts';
import { withEvents } from './ledgers.ts';
import { refused } from './outcome.ts';
import { ownViews } from './own-views.ts';
import { languageOfPerson } from './people.ts';
import { isForAll, neutral } from './shared.ts';
import { supportTeamsOf } from './support-teams.ts';
import { whomToAsk } from './whom-to-ask.ts';
import { workOrdersOf } from './work-orders.ts';

export interface DeskParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly presenter: Presenter;
  /** Epoch milliseconds; the one clock of the desk. */
  readonly clock: () => number;
  readonly timeZoneData: string;
  /** Whether the desk files a tenant's cases in the vendor's portal; without it the customers do so themselves. */
  readonly filesInPortal?: (tenant: string) => boolean;
  /** Printed clauses from the customer's own copies of the descriptions. */
  readonly printed?: PrintedClauses;
  /** A language model, asked where the offline recogniser is unsure. */
  readonly chooser?: Chooser;
}

/** Longer texts are refused: nobody reads them, and an incident's summary holds at most 4,000 characters. */
const MAX_TEXT = 8000;
/** After so many turns in a row that were not understood, people are named who can help on. */
const PATIENCE_TURNS = 2;

export function createDesk(parts: DeskParts): Desk {
  const { store, knowledge, presenter, understander } = parts;
  const dialogs = conversations(store);
  const views = ownViews(store);
  const decide = createDecide({ store, search: createClauseSearch(knowledge, parts.printed) });

  async function ask(turn: TextTurn): Promise<Answer> {
    const text = withoutMentions(turn.text);
    const dialog = await dialogs.load(turn);
    const [scene, locale] = await Promise.all([sceneOf(turn, 'en'), localeFor(turn, dialog)]);
    const read = reader(scene, dialog, locale);
    const understanding = repliedIn(text, dialog, read);
    const spoken = { ...scene, language: understanding.language };
    const unfit = unfitText(text, scene);
    if (unfit !== undefined) return present(unfit, turn, spoken);
    const steps = await chosen(stepsOf(text, understanding, dialog, scene.now, read), text, dialog, spoken);
    return follow(await withNewest(steps, text, spoken), dialog, turn, spoken);
  }

  async function perform(turn: CommandTurn): Promise<Answer> {
    const dialog = await dialogs.load(turn);
    const scene = await sceneOf(turn, understander.languageOf('', await localeFor(turn, dialog)));
    return follow([() => pressed(turn)], dialog, turn, scene);
  }

  async function view(turn: ViewTurn): Promise<Answer> {
    const scene = await sceneOf(turn, understander.languageOf('', await localeFor(turn)));
    const kept = await views.find(turn.tenant, turn.user, turn.view);
    const mayStill = kept !== undefined && (kept.command === '' || mayGive(kept.command, scene));
    if (mayStill) return kept;
    return present({ command: '', args: {}, ...refused('private') }, turn, scene);
  }

  async function awaits(caller: Caller): Promise<boolean> {
    const { pending } = await dialogs.load(caller);
    return pending !== undefined && isFresh(pending, nowOf(caller));
  }

  /** Takes the steps in turn, remembers after each what the conversation now is about, and tells what came of them. */
  async function follow(steps: readonly StepIn[], before: Dialog, turn: Caller, scene: Scene): Promise<Answer> {
    const answers: Answer[] = [];
    let dialog = before;
    for (const [index, stepIn] of steps.entries()) {
      const step = stepIn(dialog);
      const decision = await decide(step, scene, commandIdAt(turn, index));
      dialog = {
        ...dialogAfter(dialog, step, decision, scene.now),
        language: languageSetBy(decision) ?? scene.language,
      };
      await dialogs.save(turn, dialog);
      const isLast = index === steps.length - 1;
      const open = isLast ? openBeside(decision, dialog) : undefined;
      answers.push(await show(withHelpers(decision, dialog, scene), turn, scene, open));
    }
    const [first, ...also] = answers;
    if (first === undefined) throw new Error('a turn has at least one step');
    return also.length === 0 ? first : { ...first, also };
  }

  /** Where nothing was clear, what a model makes of it; the steps themselves without one, or where it fails. */
  async function chosen(
    steps: readonly StepIn[],
    text: string,
    dialog: Dialog,
    scene: Scene,
  ): Promise<readonly StepIn[]> {
    const [only] = steps;
    const step = steps.length === 1 ? only?.(dialog) : undefined;
    if (parts.chooser === undefined || step?.kind !== 'unclear') return steps;
    const wish = await parts.chooser({
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

  function reader(scene: Scene, { pending }: Dialog, locale: string | undefined) {
    return (text: string, language: string | undefined = locale): Understanding =>
      understander.understand(text.slice(0, MAX_TEXT), {
        now: new Date(scene.now).toISOString(),
        timeZone: usualTimeZone(scene),
        locations: placesOf(scene),
        ...(language === undefined ? {} : { locale: language }),
        ...(pending === undefined ? {} : { expecting: { argument: pending.asked } }),
      });
  }

  /**
   * The language to fall back on where the text does not tell its own: that of the question which waits, the one that
   * the person has set, that of the conversation, the client's.
   */
  async function localeFor({ tenant, user, locale }: Caller, dialog?: Dialog): Promise<string | undefined> {
    if (dialog?.pending !== undefined && dialog.language !== undefined) return dialog.language;
    return (await languageOfPerson(store, tenant, user)) ?? dialog?.language ?? locale;
  }

  const nowOf = ({ now }: Caller): number => (now === undefined ? parts.clock() : Date.parse(now));

  async function sceneOf(caller: Caller, language: DeskLanguage): Promise<Scene> {
    const { tenant, user, name } = caller;
    const workOrders = await withEvents(store, await workOrdersOf(store, tenant));
    const supportTeams = await supportTeamsOf(store, tenant);
    return {
      now: nowOf(caller),
      tenant,
      knowledge,
      workOrders,
      supportTeams,
      asker: askerOf(user, name, workOrders, supportTeams),
      filesInPortal: parts.filesInPortal?.(tenant) ?? false,
      timeZoneData: parts.timeZoneData,
      language,
    };
  }

  /** The answer; where others read along, a card that shows it to the one who asked. */
  async function show(decision: Decision, turn: Caller, scene: Scene, open?: Pending): Promise<Answer> {
    if (turn.shared !== true) {
      const answer = present(decision, turn, scene, open);
      // A press on one's own view in a channel: what it shows from now on is what came of it.
      if (turn.channelUser !== undefined) await views.renew(turn.tenant, turn.user, answer);
      return answer;
    }
    const { people: _private, ...facts } = decision.facts;
    if (isForAll(decision)) return present({ ...decision, facts }, turn, scene);
    const answer = present(decision, turn, scene, open);
    const view = await views.keep(turn.tenant, turn.user, answer);
    const reader = { view, name: scene.asker.name, reader: turn.channelUser };
    return neutral(answer, presenter.aside(reader, audienceOf(turn, scene, scene.language)), view);
  }

  function present(decision: Decision, turn: Caller, scene: Scene, open?: Pending): Answer {
    const language = languageSetBy(decision) ?? scene.language;
    const { text, card } = presenter.present(decision, audienceOf(turn, scene, language), open);
    return { ...decision, text, language, card };
  }

  return { ask, perform, view, awaits, close: () => store.close() };
}

/** What a button says: a command, the yes to one, or the no. */
function pressed({ command, args, confirmed }: CommandTurn): Step {
  if (confirmed === false) return { kind: 'dropped', command };
  return { kind: 'command', command, args, ...(confirmed === true ? { confirmed } : {}) };
}

/** Each command of a turn is done once by an id of its own. */
const commandIdAt = ({ commandId }: Caller, index: number): string | undefined =>
  commandId === undefined || index === 0 ? commandId : `${commandId}/${index}`;

/** A word or two that answer a question may be in another language than it: "ok", "ja". The answer stays in its own. */
function repliedIn(text: string, { pending, language }: Dialog, read: Read): Understanding {
  const own = read(text);
  if (pending === undefined || own.reply !== undefined || text.trim().split(/\s+/u).length > 2) return own;
  const other = DeskLanguage.options.map((asked) => read(text, asked)).find(({ reply }) => reply !== undefined);
  return other?.reply === undefined ? own : { ...own, language: language ?? own.language, reply: other.reply };
}

/** The question that is still open beside an answer; nothing where the answer is that question. */
function openBeside({ status, command }: Decision, { pending }: Dialog): Pending | undefined {
  const isQuestion = status === 'needs-input' || status === 'needs-confirmation';
  return isQuestion && pending?.command === command ? undefined : pending;
}

const withHelpers = (decision: Decision, { missed = 0 }: Dialog, scene: Scene): Decision =>
  missed < PATIENCE_TURNS ? decision : { ...decision, facts: { ...decision.facts, people: whomToAsk(scene) } };

/** Who asks for a language gets the answer to it in that language. */
function languageSetBy({ command, status, facts }: Decision): DeskLanguage | undefined {
  if (command !== 'language.set' || status !== 'done') return undefined;
  return contracts['language.set'].facts.parse(facts).language;
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

const audienceOf = ({ timeZone, user, name, channelUser }: Caller, scene: Scene, language: DeskLanguage): Audience => ({
  language,
  timeZone: timeZone ?? usualTimeZone(scene),
  now: new Date(scene.now).toISOString(),
  user,
  ...(name === undefined ? {} : { name }),
  ...(channelUser === undefined ? {} : { reader: channelUser }),
  locations: placesOf(scene),
});

/** Every location of the tenant, for what people call it. */
const placesOf = ({ workOrders }: Scene): { id: string; country: string; timeZone: string }[] =>
  workOrders.flatMap(({ locations }) => locations.map(({ id, country, timeZone }) => ({ id, country, timeZone })));

function usualTimeZone(scene: Scene): string {
  const found = standingOf(scene, undefined);
  return found.ok ? found.value.location.timeZone : 'UTC';
}
