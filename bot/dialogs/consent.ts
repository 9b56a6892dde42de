/** Whether a text is the yes to a question, and does not merely begin like one. */
import type { CommandName } from '../../src/command/contract.ts';
import type { Reply } from '../understanding/reply.ts';
import type { Pending } from './dialog.ts';
import { comesBack, isFew, isQuestion } from './follow-up.ts';
import { clearest, isCertain, isTelling, type KnownReading } from './readings.ts';

/**
 * True where the text agrees to what a confirmation asks. "Ok, show me the incident", "ok, back to the incident" and
 * the Albanian "po për Lionin?" open like a yes and are none: what is wanted is something else, or only a question.
 */
export function agrees(
  pending: Pending,
  reply: Reply | undefined,
  best: KnownReading | undefined,
  text: string,
): boolean {
  if (comesBack(text)) return false;
  if (opensProposed(pending, best)) return true;
  return reply === 'yes' && (isFew(text) || !(isQuestion(text) || wantsOther(pending, best)));
}

/** Commands that a plain yes sounds like: "yes, I agree". */
const YES_LIKE: ReadonlySet<CommandName> = new Set<CommandName>(['approval.decide', 'help']);

function wantsOther({ command }: Pending, best: KnownReading | undefined): boolean {
  if (best === undefined || best.command === command || YES_LIKE.has(best.command)) return false;
  const namesWhat = isTelling(best.command) && Object.keys(best.args).length > 0;
  return isCertain(best) || (namesWhat && clearest([best]) !== undefined);
}

/** "Open it" to an incident that is only proposed, where it may be heard as one to be opened again. */
const opensProposed = ({ args }: Pending, best: KnownReading | undefined): boolean =>
  args.proposed === true && best?.command === 'incident.reopen' && best.args.incident === undefined;
