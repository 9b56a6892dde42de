/** What a conversation remembers after a turn. */
import type { Decision } from '../../src/command/answer.ts';
import { CONFIRMATION, type Dialog, type Step } from './dialog.ts';

/** The dialog after a decision: what it waits for, what "and for severity B?" and "that incident" now mean. */
export function dialogAfter(before: Dialog, step: Step, decision: Decision, now: number): Dialog {
  const { last, incident } = before;
  const kept: Dialog = {
    format: 'dialog/1',
    ...(last === undefined ? {} : { last }),
    ...(incident === undefined ? {} : { incident }),
  };
  if (step.kind !== 'command' || decision.command === '')
    return step.kind === 'unclear' && before.pending ? { ...kept, pending: before.pending } : kept;
  const { command, args, missing } = decision;
  if (decision.status === 'needs-input') {
    return {
      ...kept,
      pending: { command, args: { ...args }, asked: missing?.[0] ?? '', since: new Date(now).toISOString() },
    };
  }
  if (decision.status === 'needs-confirmation') {
    const mentionedNow = incidentIn(decision) ?? incident;
    return {
      ...kept,
      ...(mentionedNow === undefined ? {} : { incident: mentionedNow }),
      pending: { command, args: { ...args }, asked: CONFIRMATION, since: new Date(now).toISOString() },
    };
  }
  if (decision.status !== 'answered' && decision.status !== 'done') return kept;
  const mentioned = incidentIn(decision) ?? incident;
  return { ...kept, last: { command, args: { ...args } }, ...(mentioned === undefined ? {} : { incident: mentioned }) };
}

function incidentIn({ facts }: Decision): string | undefined {
  const found = facts.incident;
  return typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string'
    ? found.id
    : undefined;
}
