/** What a conversation remembers after a turn. */
import type { Decision } from '../../src/command/answer.ts';
import { CONFIRMATION, type Dialog, isFresh, type Pending } from './dialog.ts';
import type { Step } from './step.ts';

/** More open questions than these are a muddle: the oldest are let go. */
const MOST_OPEN = 3;
/** A question that was passed over so many times is not wanted any more. */
const MOST_ASIDE = 3;
const MOST_LISTED = 20;

/**
 * The dialog after a decision: what it waits for, what "and for severity B?" and "that incident" now mean. A question of
 * the decision's is named by `asking`, for the answer to be known as the answer to it.
 */
export function dialogAfter(before: Dialog, step: Step, decision: Decision, now: number, asking?: string): Dialog {
  const asked = questionOf(decision, now, asking);
  const [pending, ...waiting] = [...(asked === undefined ? [] : [asked]), ...stillOpen(before, step, decision, now)];
  return clean({
    format: 'dialog/1',
    pending,
    waiting: waiting.length > 0 ? waiting.slice(0, MOST_OPEN - 1) : undefined,
    last: settles(step, decision) ? lastOf(decision) : before.last,
    incident: (tells(decision) ? idOf(decision.facts.incident) : undefined) ?? before.incident,
    booking: (tells(decision) ? idOf(decision.facts.booking) : undefined) ?? before.booking,
    listed: listedIn(decision) ?? before.listed,
    offered: offeredIn(decision),
    language: before.language,
    missed: isMissed(decision) ? (before.missed ?? 0) + 1 : undefined,
  });
}

type Settled = Decision & { readonly command: Exclude<Decision['command'], ''> };

const settles = (step: Step, decision: Decision): decision is Settled =>
  step.kind === 'command' &&
  decision.command !== '' &&
  (decision.status === 'answered' || decision.status === 'done') &&
  decision.command !== 'help';

const lastOf = ({ command, args, status }: Settled): NonNullable<Dialog['last']> => ({
  command,
  args: { ...args },
  ...(status === 'done' ? { done: true as const } : {}),
});

const tells = ({ status }: Decision): boolean =>
  status === 'answered' || status === 'done' || status === 'needs-confirmation';

/** What the decision asks back. */
function questionOf(
  { command, args, status, missing }: Decision,
  now: number,
  asking: string | undefined,
): Pending | undefined {
  if (command === '' || (status !== 'needs-input' && status !== 'needs-confirmation')) return undefined;
  const asked = status === 'needs-confirmation' ? CONFIRMATION : (missing?.[0] ?? '');
  const since = new Date(now).toISOString();
  return { command, args: { ...args }, asked, since, ...(asking === undefined ? {} : { asking }) };
}

/** The questions that were open before and have neither been settled nor dropped nor passed over too often. */
function stillOpen({ pending, waiting = [] }: Dialog, step: Step, { command }: Decision, now: number): Pending[] {
  const open = pending === undefined ? [] : [pending, ...waiting];
  if (step.kind === 'talk' || step.kind === 'unasked' || step.kind === 'unclear') return open;
  const others = open.filter((question, index) => question.command !== command && !(index === 0 && leaves(step)));
  if (step.kind === 'dropped') return others;
  return others
    .filter((question) => isFresh(question, now))
    .map((question) => ({ ...question, aside: (question.aside ?? 0) + 1 }))
    .filter(({ aside }) => aside <= MOST_ASIDE);
}

const leaves = (step: Step): boolean => step.kind === 'command' && step.leaves === true;

/** The number of what the facts tell of. */
const idOf = (found: unknown): string | undefined =>
  typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string' ? found.id : undefined;

function listedIn({ command, facts }: Decision): string[] | undefined {
  if (command !== 'incident.list' || !Array.isArray(facts.incidents)) return undefined;
  const ids = facts.incidents.flatMap((incident: unknown) => {
    const id = Object(incident).id as unknown;
    return typeof id === 'string' ? [id] : [];
  });
  return ids.slice(0, MOST_LISTED);
}

const isMissed = ({ command, status, facts }: Decision): boolean =>
  command === '' && status === 'not-understood' && facts.smallTalk === undefined;

const offeredIn = ({ suggestions = [] }: Decision): Dialog['offered'] =>
  suggestions.length === 0 ? undefined : suggestions.map(({ command, args }) => ({ command, args: { ...args } }));

/** Leaves out what is undefined: an absent thing has no key. */
const clean = (dialog: { [Key in keyof Dialog]: Dialog[Key] | undefined }): Dialog =>
  Object.fromEntries(Object.entries(dialog).filter(([, value]) => value !== undefined)) as Dialog;
