/** How whatever spends is answered: decided on the ledger as it stands, asked back, and posted once after a yes. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import type { Draft, LedgerEntry } from '../../src/ledger/entries.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Message } from '../../src/store/port.ts';
import { loadLedger, post, toldBefore } from './ledgers.ts';
import { answered, done, type Outcome, refused, type Shell } from './outcome.ts';

/** Whether the asker administers that work order: being an administrator of another one of the tenant's is not enough. */
export const mayAdminister = ({ asker }: Scene, { contacts }: WorkOrder): boolean =>
  contacts.some(({ userId, roles }) => userId === asker.user && roles.includes('administrator'));

export interface Spending<Facts> {
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
 * Answers where there is nothing to post; asks back before posting; posts after a yes to the figure that still holds.
 * A command that was posted before is told as it was then.
 */
export async function spend<Facts extends Record<string, unknown>>(
  { place, args, decide, finish, messages }: Spending<Facts>,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> {
  const before = shell.confirmed ? await toldBefore(shell.store, [place.workOrder], shell.commandId) : undefined;
  if (before !== undefined) return done(before);
  const loaded = await loadLedger(shell.store, place.workOrder);
  const { facts, citations, draft, quoted } = decide(loaded.ledger);
  if (draft === undefined) return answered({ facts, citations });
  if (!shell.confirmed || (args.quoted !== undefined && args.quoted !== quoted)) {
    const asked = quoted === undefined ? args : { ...args, quoted };
    return { status: 'needs-confirmation', args: asked, facts: { ...facts }, citations };
  }
  const told = { facts: { ...((await finish?.(facts, draft)) ?? facts) }, citations };
  const entry = signed(draft, place, scene, shell);
  const said = messages?.(facts, entry.at);
  return done(await post(shell.store, place.workOrder, loaded, [entry], told, said));
}

/** Administrators of the work order alone; anybody else is refused. */
export const administering = (
  place: Standing,
  scene: Scene,
  answer: () => Promise<Outcome> | Outcome,
): Promise<Outcome> | Outcome => (mayAdminister(scene, place.workOrder) ? answer() : refused('role'));

function signed({ why, lines, text }: Draft, { location }: Standing, scene: Scene, { commandId }: Shell): LedgerEntry {
  return {
    at: toLocalIso(scene.now, location.timeZone),
    by: scene.asker.user,
    ...(scene.asker.name === undefined ? {} : { byName: scene.asker.name }),
    command: commandId,
    why,
    lines: [...lines],
    ...(text === undefined ? {} : { text }),
  };
}
