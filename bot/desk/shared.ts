/** What may be said where others read along, in a channel or a group chat (design §8). */
import type { Answer, Decision } from '../../src/command/answer.ts';
import type { CommandName } from '../../src/command/contract.ts';

/** Commands whose answers hold nothing of the customer's. */
const open: ReadonlySet<CommandName | ''> = new Set<CommandName | ''>(['help', 'language.set', '']);

/** Whether everyone may see the answer: it tells nothing of the agreement, the account or an incident. */
export const isForAll = ({ command, status, facts }: Decision): boolean =>
  open.has(command) || (status === 'refused' && facts.approval === undefined) || facts.dropped === true;

/** The answer as a channel sees it: that there is one, and for whom. */
export const neutral = (answer: Answer, shown: Pick<Answer, 'text' | 'card'>, view: string): Answer => ({
  command: answer.command,
  args: {},
  status: answer.status,
  facts: { view },
  citations: [],
  language: answer.language,
  ...shown,
});
