/** How whatever spends is answered: decided on the ledger as it stands, asked back, and posted once after a yes. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import type { LastSpent } from '../../src/command/account-contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { deciders, excessOf, withApproval } from '../../src/ledger/approvals.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import type { Draft, LedgerEntry } from '../../src/ledger/entries.ts';
import { lastSpentBy } from '../../src/ledger/last-spent.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Message } from '../../src/store/port.ts';
import { approvalChanged, keepRequest, type SpendingCommand } from './approval-requests.ts';
import { type LoadedLedger, loadLedger, post, toldAgain, toldBefore } from './ledgers.ts';
import { answered, done, type Outcome, onStanding, refused, type Shell } from './outcome.ts';

/** Whether the asker administers that work order: being an administrator of another one of the tenant's is not enough. */
export const mayAdminister = ({ asker }: Scene, { contacts }: WorkOrder): boolean =>
  contacts.some(({ userId, roles }) => userId === asker.user && roles.includes('administrator'));

/** The work orders that the asker administers. */
export const administered = (scene: Scene): readonly WorkOrder[] =>
  scene.workOrders.filter((workOrder) => mayAdminister(scene, workOrder));

export interface Spending<Facts> {
  readonly command: SpendingCommand;
  readonly place: Standing;
  /** The arguments; `quoted` is the figure that the person saw when asked. */
  readonly args: Readonly<Record<string, unknown>> & { readonly quoted?: number | undefined };
  readonly decide: (ledger: Ledger) => AccountDecision<Facts>;
  /** What is told besides once it is done. */
  readonly finish?: (facts: Facts, draft: Draft) => Promise<Facts> | Facts;
  /** What is said elsewhere because of it, recorded with it. */
  readonly messages?: (facts: Facts, at: string) => readonly Message[];
}

/**
 * Answers where there is nothing to post; asks back before posting; posts after a yes to the figure that still holds, or
 * keeps a request where the amount needs a second administrator. A command that came before is told as it was then.
 */
export async function spend<Facts extends Record<string, unknown>>(
  spending: Spending<Facts>,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> {
  const { place, args, decide, finish, messages } = spending;
  const before = shell.confirmed ? await toldBefore(shell.store, [place.workOrder], shell.commandId) : undefined;
  if (before !== undefined) return toldAgain(before);
  const loaded = await loadLedger(shell.store, place.workOrder);
  const { facts, citations, draft, quoted } = decide(loaded.ledger);
  if (draft === undefined)
    return answered({ facts: { ...facts, ...cameFirst(place, facts, loaded.ledger, scene, shell) }, citations });
  const excess = shell.approving === undefined ? excessOf(place.workOrder, draft) : undefined;
  if (excess !== undefined && deciders(place.workOrder, scene.asker.user).length === 0)
    return refused('no-second-administrator');
  const asked = quoted === undefined ? args : { ...args, quoted };
  if (!shell.confirmed || (args.quoted !== undefined && args.quoted !== quoted)) {
    const shown = excess === undefined ? { ...facts } : withSecond(facts);
    return { status: 'needs-confirmation', args: asked, facts: shown, citations };
  }
  if (excess !== undefined) {
    const wish = { command: spending.command, place, args: asked, excess, told: { facts, citations } };
    return answered(await keepRequest(wish, loaded, scene, shell));
  }
  const told = { facts: { ...((await finish?.(facts, draft)) ?? facts) }, citations };
  const entry = signed(draft, place, scene, shell);
  const said = [...(messages?.(facts, entry.at) ?? []), ...decidedNews(place.workOrder, shell)];
  return done(
    await post(
      shell.store,
      place.workOrder,
      withDecided(loaded, told.facts, place.workOrder, scene, shell),
      [entry],
      told,
      said,
    ),
  );
}

/** What somebody else has taken meanwhile, where a yes comes too late for the balance. */
function cameFirst(
  { location }: Standing,
  { because }: Readonly<Record<string, unknown>>,
  ledger: Ledger,
  { asker }: Scene,
  { confirmed }: Shell,
): { lastSpent?: LastSpent } {
  const tooLate = confirmed && Array.isArray(because) && because.includes('insufficient');
  const lastSpent = tooLate ? lastSpentBy({ than: asker.user }, location.id, ledger) : undefined;
  return lastSpent === undefined ? {} : { lastSpent };
}

/** Before the yes: that it will wait for somebody else after it. */
const withSecond = (facts: Record<string, unknown>): Record<string, unknown> => ({
  ...facts,
  conditions: [...(Array.isArray(facts.conditions) ? facts.conditions : []), 'second-administrator'],
});

/** With what is posted, the request that it was is decided: both in one save or neither. */
function withDecided(
  loaded: LoadedLedger,
  facts: Record<string, unknown>,
  workOrder: WorkOrder,
  { now }: Scene,
  { approving }: Shell,
): LoadedLedger {
  if (approving === undefined) return loaded;
  const { calendar: _file, ...quote } = facts;
  return { ...loaded, ledger: withApproval(loaded.ledger, { ...approving, quote }, workOrder, now) };
}

const decidedNews = (workOrder: WorkOrder, { approving }: Shell): readonly Message[] =>
  approving === undefined ? [] : [approvalChanged(workOrder, approving)];

/**
 * Answers on the standing of a location to an administrator of its work order; anybody else is refused. Without a location
 * the asker's usual one in the work orders that they administer.
 */
export function onAccount(
  scene: Scene,
  location: string | undefined,
  answer: (place: Standing) => Promise<Outcome> | Outcome,
): Promise<Outcome> | Outcome {
  const own = administered(scene);
  const among = location === undefined && own.length > 0 ? { ...scene, workOrders: own } : scene;
  return onStanding(among, location, (place) =>
    mayAdminister(scene, place.workOrder) ? answer(place) : refused('role'),
  );
}

function signed({ why, lines, text }: Draft, { location }: Standing, scene: Scene, shell: Shell): LedgerEntry {
  const { by: approvedBy, byName: approvedByName } = shell.approving?.decided ?? {};
  return {
    at: toLocalIso(scene.now, location.timeZone),
    by: scene.asker.user,
    ...(scene.asker.name === undefined ? {} : { byName: scene.asker.name }),
    command: shell.commandId,
    why,
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(approvedByName === undefined ? {} : { approvedByName }),
    lines: [...lines],
    ...(text === undefined ? {} : { text }),
  };
}
