import type { Reply } from '../turn/turn.ts';
import { cardInstead, type InvokeBody, invokeError, lineBeside } from './spoken.ts';

/** The status inside an invoke's body for what the pipeline says itself. */
const statusOfNotice: Readonly<Record<string, number>> = {
  'unknown-tenant': 403,
  'no-person': 403,
  'unreadable-button': 400,
  internal: 500,
};

/** The reader's own card; whoever has none keeps the card that everybody sees, and is told why. */
export function refreshBodyOf(reply: Reply): InvokeBody {
  return reply.answer.status === 'refused' ? lineBeside(reply.answer) : invokeBodyOf(reply);
}

/** The card for an answer; a line for "still working", which must not take the card's place; an error for the rest. */
export function invokeBodyOf({ answer }: Reply): InvokeBody {
  const { notice } = answer.facts;
  if (notice === 'still-working') return lineBeside(answer);
  const status = typeof notice === 'string' ? statusOfNotice[notice] : undefined;
  return status === undefined ? cardInstead(answer) : invokeError(status, answer.because?.[0] ?? 'failed', answer.text);
}
