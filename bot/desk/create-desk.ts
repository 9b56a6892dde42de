/** The desk itself: understand, ask for what is missing, decide, record, and put words and a card to it. */
import type { Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { askerOf, standingOf } from '../../src/agreement/standing.ts';
import { createClauseSearch } from '../../src/catalogue/search.ts';
import type { Answer, Decision } from '../../src/command/answer.ts';
import type { CommandName } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Store } from '../../src/store/port.ts';
import { conversations } from '../dialogs/conversations.ts';
import { type Step, stepOf } from '../dialogs/dialog.ts';
import { dialogAfter } from '../dialogs/dialog-after.ts';
import type { Understander } from '../understanding/understand.ts';
import { readArguments } from './arguments.ts';
import type { Caller, CommandTurn, Desk, TextTurn } from './desk.ts';
import { mayGive, newCommandId, refused, run } from './handlers.ts';
import { workOrdersOf } from './work-orders.ts';

export interface DeskParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly presenter: Presenter;
  /** Epoch milliseconds; the one clock of the desk. */
  readonly clock: () => number;
  readonly timeZoneData: string;
}

/** Longer texts are refused: nobody reads them, and an incident's summary holds at most 4,000 characters. */
const MAX_TEXT = 8000;

export function createDesk(parts: DeskParts): Desk {
  const { store, presenter, understander } = parts;
  const dialogs = conversations(store);
  const search = createClauseSearch(parts.knowledge);

  async function ask(turn: TextTurn): Promise<Answer> {
    const text = withoutMentions(turn.text);
    const language = understander.languageOf(text.slice(0, MAX_TEXT), turn.locale);
    const scene = await sceneOf(turn, language);
    const unfit = unfitText(text, scene);
    if (unfit !== undefined) return present(unfit, turn, scene);
    const dialog = await dialogs.load(turn);
    const understanding = understander.understand(text, {
      now: new Date(scene.now).toISOString(),
      timeZone: usualTimeZone(scene),
      locations: scene.workOrders.flatMap(({ locations }) =>
        locations.map(({ id, country, timeZone }) => ({ id, country, timeZone })),
      ),
      ...(turn.locale === undefined ? {} : { locale: turn.locale }),
      ...(dialog.pending === undefined ? {} : { expecting: { argument: dialog.pending.asked } }),
    });
    const step = stepOf(understanding, text, dialog, scene.now);
    const decision = await take(step, turn, scene);
    await dialogs.save(turn, dialogAfter(dialog, step, decision, scene.now));
    return present(decision, turn, scene);
  }

  async function perform(turn: CommandTurn): Promise<Answer> {
    const scene = await sceneOf(turn, understander.languageOf('', turn.locale));
    const dialog = await dialogs.load(turn);
    const step: Step = { kind: 'command', command: turn.command, args: turn.args };
    const decision = await take(step, turn, scene);
    await dialogs.save(turn, dialogAfter(dialog, step, decision, scene.now));
    return present(decision, turn, scene);
  }

  async function sceneOf({ tenant, user, name, now }: Caller, language: DeskLanguage): Promise<Scene> {
    const workOrders = await workOrdersOf(store, tenant);
    return {
      now: now === undefined ? parts.clock() : Date.parse(now),
      tenant,
      knowledge: parts.knowledge,
      workOrders,
      asker: askerOf(user, name, workOrders),
      timeZoneData: parts.timeZoneData,
      language,
    };
  }

  async function take(step: Step, turn: Caller, scene: Scene): Promise<Decision> {
    if (step.kind === 'command') return decide(step.command, step.args, turn, scene);
    if (step.kind === 'dropped')
      return { command: step.command, args: {}, status: 'answered', facts: { dropped: true }, citations: [] };
    const suggestions = step.suggestions.map(({ command, args }) => ({ command: command as CommandName, args }));
    return { command: '', args: {}, status: 'not-understood', facts: {}, citations: [], suggestions };
  }

  async function decide(
    command: CommandName,
    raw: Readonly<Record<string, unknown>>,
    turn: Caller,
    scene: Scene,
  ): Promise<Decision> {
    if (scene.workOrders.length === 0 && command !== 'help')
      return { command, args: raw, ...refused('unknown-tenant') };
    if (!mayGive(command, scene)) return { command, args: raw, ...refused('role') };
    const read = readArguments(command, raw, scene.knowledge);
    if (read.kind === 'incomplete') {
      const { missing, because, args } = read;
      return {
        command,
        args,
        status: 'needs-input',
        missing,
        ...(because.length > 0 ? { because } : {}),
        facts: { given: args },
        citations: [],
      };
    }
    const outcome = await run(command, read.args, scene, {
      store,
      search,
      commandId: turn.commandId ?? newCommandId(),
    });
    return { command, args: { ...read.args }, ...outcome };
  }

  function present(decision: Decision, turn: Caller, scene: Scene): Answer {
    const { language } = scene;
    const { text, card } = presenter.present(decision, {
      language,
      timeZone: turn.timeZone ?? usualTimeZone(scene),
      now: new Date(scene.now).toISOString(),
      user: turn.user,
    });
    return { ...decision, text, language, card };
  }

  return { ask, perform, close: () => store.close() };
}

/** `<at>Entitlement Desk</at>` and the like: a mention is how the desk was called, not what is asked. */
const withoutMentions = (text: string): string => text.replaceAll(/<at[^>]*>[^<]*<\/at>/giu, ' ').trim();

/** Texts that are answered without being read, even to people of an unknown tenant. */
function unfitText(text: string, scene: Scene): Decision | undefined {
  const because = text.length > MAX_TEXT ? 'text-too-long' : text === '' ? 'empty-text' : undefined;
  if (because !== undefined)
    return { command: '', args: {}, status: 'not-understood', because: [because], facts: {}, citations: [] };
  if (scene.workOrders.length === 0) return { command: '', args: {}, ...refused('unknown-tenant') };
  return undefined;
}

function usualTimeZone(scene: Scene): string {
  const found = standingOf(scene, undefined);
  return found.ok ? found.value.location.timeZone : 'UTC';
}
