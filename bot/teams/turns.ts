/** Activities as turns for the pipeline. */
import { VIEW_VERB, ViewPayload } from '../../cards/own-view.ts';
import type { VerbCommand } from '../../cards/verbs.ts';
import type { Refusal } from '../../src/command/answer.ts';
import type { Result } from '../../src/result.ts';
import type { Caller } from '../desk/desk.ts';
import type { Request, Turn } from '../turn/turn.ts';
import { keyText } from '../turn/turn-keys.ts';
import { type Activity, mentionsOf } from './activity.ts';
import { withoutMentionOf } from './mentions.ts';

export type ReadVerb = (verb: string, data: unknown) => Result<VerbCommand, Refusal>;

/** Milliseconds. Teams delivers a message again after 15 seconds and gives up an invoke after 5, the way there included. */
export interface Budgets {
  readonly message: number;
  readonly invoke: number;
}

export const defaultBudgets: Budgets = { message: 10_000, invoke: 4000 };

type Basics = Pick<Turn, 'request' | 'commandKey'>;

/** What was written, or which button was pressed where the client knows no Action.Execute. */
export function requestOfMessage(activity: Activity, readVerb: ReadVerb): Basics {
  const { value } = activity;
  if (isRecord(value) && typeof value.verb === 'string') return requestOfButton(value.verb, value, readVerb);
  const text = withoutMentionOf(activity.recipient?.id, activity.text ?? '', mentionsOf(activity));
  return { request: { kind: 'text', text } };
}

/** Which button was pressed, by Action.Execute: `value` is `{ action: { verb, data } }`. */
export function requestOfInvoke({ value }: Activity, readVerb: ReadVerb): Basics {
  const action = isRecord(value) && isRecord(value.action) ? value.action : {};
  if (typeof action.verb !== 'string') return { request: { kind: 'unreadable', because: 'invalid-argument' } };
  return requestOfButton(action.verb, action.data, readVerb);
}

function requestOfButton(verb: string, data: unknown, readVerb: ReadVerb): Basics {
  if (verb === VIEW_VERB) return requestOfView(data);
  const read = readVerb(verb, data);
  if (!read.ok) return { request: { kind: 'unreadable', because: read.failure } };
  const { command, args, key, confirmed } = read.value;
  const request: Request = { kind: 'command', command, args, ...(confirmed === undefined ? {} : { confirmed }) };
  return { request, ...(key ? { commandKey: keyText(key) } : {}) };
}

function requestOfView(data: unknown): Basics {
  const payload = ViewPayload.safeParse(data);
  if (!payload.success) return { request: { kind: 'unreadable', because: 'invalid-argument' } };
  return { request: { kind: 'view', view: payload.data.view } };
}

/** Whether the client asks by itself, to show a card as it stands now: nobody has pressed anything. */
export const isAutomatic = ({ value }: Activity): boolean => isRecord(value) && value.trigger === 'automatic';

/** The id of a delivery: activity ids are unique within their conversation only. */
export function deliveryOf({ id, conversation }: Activity): Pick<Turn, 'delivery'> {
  return id === undefined ? {} : { delivery: `${conversation.id} ${id}` };
}

/** The greeting when the desk joins a conversation, which Teams announces up to four times. */
export const greeting = (activity: Activity, caller: Caller): Pick<Turn, 'caller' | 'request' | 'delivery'> => ({
  caller,
  request: { kind: 'command', command: 'help', args: {} },
  delivery: `greeting ${activity.conversation.id}`,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
