/** The desk itself: understand, ask for what is missing, decide, record, and put words and a card to it. */
import { randomUUID } from 'node:crypto';
import type { Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { askerOf, standingOf } from '../../src/agreement/standing.ts';
import { createClauseSearch, type PrintedClauses } from '../../src/catalogue/search.ts';
import type { Answer, Decision } from '../../src/command/answer.ts';
import { type CommandName, contracts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Store } from '../../src/store/port.ts';
import { conversations } from '../dialogs/conversations.ts';
import { type Dialog, type Step, stepOf } from '../dialogs/dialog.ts';
import { dialogAfter } from '../dialogs/dialog-after.ts';
import type { Understander, Understanding } from '../understanding/understand.ts';
import { readArguments } from './arguments.ts';
import type { Caller, CommandTurn, Desk, TextTurn } from './desk.ts';
import { mayGive, run } from './handlers.ts';
import { withEvents } from './ledgers.ts';
import { refused } from './outcome.ts';
import { supportTeamsOf } from './support-teams.ts';
import { workOrdersOf } from './work-orders.ts';

export interface DeskParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly presenter: Presenter;
  /** Epoch milliseconds; the one clock of the desk. */
  readonly clock: () => number;
  readonly timeZoneData: string;
  /** Printed clauses from the customer's own copies of the descriptions. */
  readonly printed?: PrintedClauses;
}

/** Longer texts are refused: nobody reads them, and an incident's summary holds at most 4,000 characters. */
const MAX_TEXT = 8000;

export function createDesk(parts: DeskParts): Desk {
  const { store, knowledge, presenter, understander } = parts;
  const dialogs = conversations(store);
  const search = createClauseSearch(knowledge, parts.printed);

  async function ask(turn: TextTurn): Promise<Answer> {
    const text = withoutMentions(turn.text);
    const dialog = await dialogs.load(turn);
    const scene = await sceneOf(turn, 'en');
    const understanding = understand(text, turn, scene, dialog);
    const spoken = { ...scene, language: understanding.language };
    const unfit = unfitText(text, scene);
    if (unfit !== undefined) return present(unfit, turn, spoken);
    return follow(stepOf(understanding, text, dialog, scene.now), dialog, turn, spoken);
  }

  async function perform(turn: CommandTurn): Promise<Answer> {
    const dialog = await dialogs.load(turn);
    const scene = await sceneOf(turn, understander.languageOf('', turn.locale));
    return follow(pressed(turn), dialog, turn, scene);
  }

  /** Takes the step, remembers what the conversation now is about, and tells the decision. */
  async function follow(step: Step, dialog: Dialog, turn: Caller, scene: Scene): Promise<Answer> {
    const decision = await take(step, turn, scene);
    await dialogs.save(turn, dialogAfter(dialog, step, decision, scene.now));
    return present(decision, turn, scene);
  }

  function understand(text: string, { locale }: Caller, scene: Scene, { pending }: Dialog): Understanding {
    return understander.understand(text.slice(0, MAX_TEXT), {
      now: new Date(scene.now).toISOString(),
      timeZone: usualTimeZone(scene),
      locations: placesOf(scene),
      ...(locale === undefined ? {} : { locale }),
      ...(pending === undefined ? {} : { expecting: { argument: pending.asked } }),
    });
  }

  async function sceneOf({ tenant, user, name, now }: Caller, language: DeskLanguage): Promise<Scene> {
    const workOrders = await withEvents(store, await workOrdersOf(store, tenant));
    const supportTeams = await supportTeamsOf(store, tenant);
    return {
      now: now === undefined ? parts.clock() : Date.parse(now),
      tenant,
      knowledge,
      workOrders,
      supportTeams,
      asker: askerOf(user, name, workOrders, supportTeams),
      timeZoneData: parts.timeZoneData,
      language,
    };
  }

  async function take(step: Step, turn: Caller, scene: Scene): Promise<Decision> {
    const nothing = { args: {}, facts: {}, citations: [] };
    if (step.kind === 'command') return decide(step, turn, scene);
    if (step.kind === 'dropped')
      return { ...nothing, command: step.command, status: 'answered', facts: { dropped: true } };
    const suggestions = step.suggestions.map(({ command, args }) => ({ command: command as CommandName, args }));
    return { ...nothing, command: '', status: 'not-understood', suggestions };
  }

  async function decide(step: Step & { kind: 'command' }, turn: Caller, scene: Scene): Promise<Decision> {
    const { command, args: raw, confirmed = false } = step;
    if (scene.workOrders.length === 0 && command !== 'help')
      return { command, args: raw, ...refused('unknown-tenant') };
    if (!mayGive(command, scene)) return { command, args: raw, ...refused('role') };
    if (turn.shared === true && isPrivate(command)) return { command, args: raw, ...refused('private') };
    const read = readArguments(command, raw, knowledge);
    if (read.kind === 'incomplete') {
      const because = read.because.length > 0 ? { because: read.because } : {};
      return {
        command,
        args: read.args,
        status: 'needs-input',
        missing: read.missing,
        ...because,
        facts: {},
        citations: [],
      };
    }
    const shell = { store, search, confirmed, commandId: turn.commandId ?? randomUUID() };
    return { command, args: { ...read.args }, ...(await run(command, read.args, scene, shell)) };
  }

  function present(decision: Decision, turn: Caller, scene: Scene): Answer {
    const { language } = scene;
    const timeZone = turn.timeZone ?? usualTimeZone(scene);
    const { text, card } = presenter.present(decision, {
      language,
      timeZone,
      now: new Date(scene.now).toISOString(),
      user: turn.user,
      locations: placesOf(scene),
    });
    return { ...decision, text, language, card };
  }

  return { ask, perform, close: () => store.close() };
}

/** What a button says: a command, the yes to one, or the no. */
function pressed({ command, args, confirmed }: CommandTurn): Step {
  if (confirmed === false) return { kind: 'dropped', command };
  return { kind: 'command', command, args, ...(confirmed === true ? { confirmed } : {}) };
}

/** What only administrators may ask is told where nobody reads along: a card in a channel is seen by all. */
const isPrivate = (command: CommandName): boolean => contracts[command].roles.every((role) => role === 'administrator');

/** `<at>Entitlement Desk</at>` and the like: a mention is how the desk was called, not what is asked. */
const withoutMentions = (text: string): string => text.replaceAll(/<at[^>]*>[^<]*<\/at>/giu, ' ').trim();

/** Texts that are answered without being followed. */
function unfitText(text: string, { workOrders }: Scene): Decision | undefined {
  const nothing = { command: '', args: {}, facts: {}, citations: [] } as const;
  if (text === '') return { ...nothing, status: 'not-understood', because: ['empty-text'] };
  if (text.length > MAX_TEXT) return { ...nothing, status: 'not-understood', because: ['text-too-long'] };
  return workOrders.length === 0 ? { ...nothing, ...refused('unknown-tenant') } : undefined;
}

/** Every location of the tenant, for what people call it. */
const placesOf = ({ workOrders }: Scene): { id: string; country: string; timeZone: string }[] =>
  workOrders.flatMap(({ locations }) => locations.map(({ id, country, timeZone }) => ({ id, country, timeZone })));

function usualTimeZone(scene: Scene): string {
  const found = standingOf(scene, undefined);
  return found.ok ? found.value.location.timeZone : 'UTC';
}
