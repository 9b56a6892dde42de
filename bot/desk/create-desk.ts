/** The desk itself: hear what is asked, decide, record, remember the dialog, and tell the answer. */
import { createHash, randomUUID } from 'node:crypto';
import { keyOf } from '../../cards/key.ts';
import type { Presenter } from '../../cards/present.ts';
import { createClauseSearch, type PrintedClauses } from '../../src/catalogue/search.ts';
import type { Answer, Decision } from '../../src/command/answer.ts';
import type { Scene } from '../../src/command/scene.ts';
import { calendarLinks } from '../calendar/calendar-links.ts';
import { conversations } from '../dialogs/conversations.ts';
import { type Dialog, isFresh, type Pending } from '../dialogs/dialog.ts';
import { dialogAfter } from '../dialogs/dialog-after.ts';
import type { Step } from '../dialogs/step.ts';
import type { StepIn } from '../dialogs/steps.ts';
import type { Chooser } from '../model/chooser.ts';
import { keyText, pressOf } from '../turn/turn-keys.ts';
import type { Understander } from '../understanding/understand.ts';
import { createDecide } from './decide.ts';
import type { Caller, CommandTurn, Desk, TextTurn, ViewTurn } from './desk.ts';
import { mayGive } from './handlers.ts';
import { createHearing } from './hearing.ts';
import { refused } from './outcome.ts';
import { ownViews } from './own-views.ts';
import { languageOfPerson } from './people.ts';
import { nowOf, type SceneParts, sceneFor } from './scenes.ts';
import { createTelling, languageSetBy } from './telling.ts';
import { whomToAsk } from './whom-to-ask.ts';

export interface DeskParts extends SceneParts {
  readonly understander: Understander;
  readonly presenter: Presenter;
  /** Printed clauses from the customer's own copies of the descriptions. */
  readonly printed?: PrintedClauses;
  /** A language model, asked where the offline recogniser is unsure. */
  readonly chooser?: Chooser;
  /** The address at which the desk is reached from outside; with it, booked days can be put into a calendar. */
  readonly publicUrl?: string;
}

/** After so many turns in a row that were not understood, people are named who can help on. */
const PATIENCE_TURNS = 2;

export function createDesk(parts: DeskParts): Desk {
  const { store, knowledge, understander } = parts;
  const dialogs = conversations(store);
  const views = ownViews(store);
  const { present, show } = createTelling(parts.presenter, views);
  const { publicUrl } = parts;
  const links = publicUrl === undefined ? {} : { calendarLink: calendarLinks(store, publicUrl) };
  const decide = createDecide({ store, search: createClauseSearch(knowledge, parts.printed), ...links });
  const hear = createHearing({ ...parts, decide });

  async function ask(turn: TextTurn): Promise<Answer> {
    const dialog = await dialogs.load(turn);
    const [seen, locale] = await Promise.all([sceneFor(parts, turn, 'en'), localeFor(turn, dialog)]);
    const { scene, steps, unfit } = await hear(turn.text, dialog, seen, locale);
    return unfit === undefined ? follow(steps, dialog, turn, scene) : present(unfit, turn, scene);
  }

  async function perform(turn: CommandTurn): Promise<Answer> {
    const dialog = await dialogs.load(turn);
    const language = understander.languageOf('', await localeFor(turn, dialog));
    return follow([() => pressed(turn)], dialog, turn, await sceneFor(parts, turn, language));
  }

  async function view(turn: ViewTurn): Promise<Answer> {
    const scene = await sceneFor(parts, turn, understander.languageOf('', await localeFor(turn)));
    const kept = await views.find(turn.tenant, turn.user, turn.view);
    const mayStill = kept !== undefined && (kept.command === '' || mayGive(kept.command, scene));
    if (mayStill) return kept;
    return present({ command: '', args: {}, ...refused('private') }, turn, scene);
  }

  async function awaits(caller: Caller): Promise<boolean> {
    const { pending } = await dialogs.load(caller);
    return pending !== undefined && isFresh(pending, nowOf(caller, parts.clock));
  }

  /** Takes the steps in turn, remembers after each what the conversation now is about, and tells what came of them. */
  async function follow(steps: readonly StepIn[], before: Dialog, turn: Caller, scene: Scene): Promise<Answer> {
    const answers: Answer[] = [];
    let dialog = before;
    for (const [index, stepIn] of steps.entries()) {
      const step = stepIn(dialog);
      const id = commandIdAt(turn, index) ?? randomUUID();
      const asking = nameOf(id);
      const decision = await decide(step, scene, answeredBy(step) ?? id);
      const language = languageSetBy(decision) ?? scene.language;
      dialog = { ...dialogAfter(dialog, step, decision, scene.now, asking), language };
      await dialogs.save(turn, dialog);
      const isLast = index === steps.length - 1;
      const open = isLast ? openBeside(decision, dialog) : undefined;
      answers.push(await show(withHelpers(decision, dialog, scene), turn, scene, { open, asking }));
    }
    const [first, ...also] = answers;
    if (first === undefined) throw new Error('a turn has at least one step');
    return also.length === 0 ? first : { ...first, also };
  }

  /**
   * The language to fall back on where the text does not tell its own: that of the question which waits, the one that
   * the person has set, that of the conversation, the client's.
   */
  async function localeFor({ tenant, user, locale }: Caller, dialog?: Dialog): Promise<string | undefined> {
    if (dialog?.pending !== undefined && dialog.language !== undefined) return dialog.language;
    return (await languageOfPerson(store, tenant, user)) ?? dialog?.language ?? locale;
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

/** What a question is called that a turn asks back: short, since each button of its card carries it. */
const nameOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

/**
 * A yes that is said does its command as the button of the question does that it answers: whoever says it again, since the
 * first seemed to be lost, or presses the button as well, has it done once.
 */
function answeredBy(step: Step): string | undefined {
  if (step.kind !== 'command' || step.answers === undefined) return undefined;
  const { command, args, answers: asking } = step;
  return pressOf(keyText(keyOf(command, args, { now: '', asking })), { args, confirmed: true });
}

/** The question that is still open beside an answer; nothing where the answer is that question. */
function openBeside({ status, command }: Decision, { pending }: Dialog): Pending | undefined {
  const isQuestion = status === 'needs-input' || status === 'needs-confirmation';
  return isQuestion && pending?.command === command ? undefined : pending;
}

const withHelpers = (decision: Decision, { missed = 0 }: Dialog, scene: Scene): Decision =>
  missed < PATIENCE_TURNS ? decision : { ...decision, facts: { ...decision.facts, people: whomToAsk(scene) } };
