/** Puts the desk together: knowledge, store, understanding, cards. The faces (Teams, console) come on top. */
import { createPresenter, type Presenter } from '../cards/present.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/load.ts';
import { fail, ok, type Result } from '../src/result.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
import type { Store } from '../src/store/port.ts';
import { createDesk } from './desk/create-desk.ts';
import { printedClauses } from './desk/descriptions.ts';
import type { Desk } from './desk/desk.ts';
import type { Chooser } from './model/chooser.ts';
import { ringingStore } from './outbox/ringing-store.ts';
import type { PortalSettings } from './portal/portal-settings.ts';
import { createUnderstander } from './understanding/understand.ts';

export interface OpenedDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly presenter: Presenter;
}

export interface DeskOptions {
  /** The folder that holds the desk's state. */
  readonly data: string;
  /** Called when something was saved that is to be sent; without it, it waits for a desk that sends. */
  readonly onMessages?: () => void;
  /** Asked which command a text means where the recogniser is unsure. */
  readonly chooser?: Chooser;
  /** For which customers the desk files cases in the vendor's portal; without it, for none. */
  readonly portal?: PortalSettings;
  /** The address at which the desk is reached from outside. */
  readonly publicUrl?: string;
}

/** Opens the desk over a folder; the failure is a text that says what to do. */
export async function openDesk({
  data,
  onMessages,
  chooser,
  portal,
  publicUrl,
}: DeskOptions): Promise<Result<OpenedDesk, string>> {
  const knowledge = loadKnowledge();
  const opened = await openLowdbStore(data);
  if (!opened.ok) return fail(`${opened.failure.problem} (${opened.failure.file}). ${opened.failure.remedy}`);
  const store = onMessages === undefined ? opened.value : ringingStore(opened.value, onMessages);
  const presenter = createPresenter(knowledge);
  const desk = createDesk({
    store,
    knowledge,
    understander: createUnderstander(knowledge),
    presenter,
    clock: Date.now,
    timeZoneData: process.versions.tz ?? 'unknown',
    printed: await printedClauses(store),
    filesInPortal: (tenant) => portal?.customers.has(tenant) ?? false,
    ...(chooser === undefined ? {} : { chooser }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  return ok({ desk, store, knowledge, presenter });
}
