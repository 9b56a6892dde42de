/** What a handler gives back and what it works with. */
import { standingOf } from '../../src/agreement/standing.ts';
import type { ClauseSearch } from '../../src/catalogue/search.ts';
import type { Citation, Decision } from '../../src/command/answer.ts';
import type { ArgsOf, CommandName } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import type { Approval, Decided } from '../../src/ledger/approvals.ts';
import type { Store } from '../../src/store/port.ts';
import type { CalendarLink } from '../calendar/calendar-links.ts';

/** A decision before its command is put to it; `args` only where they are no longer those that were given. */
export type Outcome = Omit<Decision, 'command' | 'args'> & Partial<Pick<Decision, 'args'>>;

export interface Shell {
  readonly store: Store;
  /** Identifies this command for ever: a repeated one is done once. */
  readonly commandId: string;
  /** True when the person has said yes; commands that spend or close do nothing before that. */
  readonly confirmed: boolean;
  /** The request that a second administrator approves by this command: it is posted as the asker's, and decided with it. */
  readonly approving?: Approval & { readonly decided: Decided };
  /** Clauses that answer a question, best first, in the words of the asker's language. */
  readonly search: ClauseSearch;
  /** Where a booking's calendar file can be fetched; without it the desk has no address for the outside. */
  readonly calendarLink?: CalendarLink;
}

export type Handler<Name extends CommandName> = (
  args: ArgsOf<Name>,
  scene: Scene,
  shell: Shell,
) => Promise<Outcome> | Outcome;

export type Handlers<Name extends CommandName> = { readonly [One in Name]: Handler<One> };

/** A core answer: facts and the clauses that they rest on. */
interface Told {
  readonly facts: object;
  readonly citations: readonly Citation[];
}

export const answered = ({ facts, citations }: Told): Outcome => ({
  status: 'answered',
  facts: { ...facts },
  citations,
});

export const done = ({ facts, citations }: Told): Outcome => ({ status: 'done', facts: { ...facts }, citations });

export const refused = (...because: readonly string[]): Outcome => ({
  status: 'refused',
  because,
  facts: {},
  citations: [],
});

/** Answers on the standing of a location, or refuses with the reason for which there is none. */
export function onStanding<Answer extends Outcome | Promise<Outcome>>(
  scene: Scene,
  location: string | undefined,
  answer: (standing: Standing) => Answer,
): Answer | Outcome {
  const found = standingOf(scene, location);
  return found.ok ? answer(found.value) : refused(found.failure);
}
