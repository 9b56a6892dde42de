/** What the desk does with each kind of activity. */
import type { Logger } from 'pino';
import { type Answer, answersIn } from '../../src/command/answer.ts';
import type { Caller } from '../desk/desk.ts';
import { type Address, channelTopic, type Recipient, sayAt } from '../outbox/channel-message.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Pipeline } from '../turn/pipeline.ts';
import type { Reply, Turn } from '../turn/turn.ts';
import type { Activity } from './activity.ts';
import type { Conversation, InvokeResult } from './adapter.ts';
import { addressOf } from './address.ts';
import { callerOf } from './caller.ts';
import type { TeamsConfiguration } from './configuration.ts';
import { invokeBodyOf, refreshBodyOf } from './invoke-body.ts';
import { membershipOf } from './membership.ts';
import { isMentioned } from './mentions.ts';
import { isShared, outsideOfThreads, placeOf } from './place.ts';
import type { References } from './references.ts';
import { sendFailure } from './send-failure.ts';
import { messageOf } from './spoken.ts';
import {
  type Budgets,
  defaultBudgets,
  deliveryOf,
  greeting,
  isAutomatic,
  type ReadVerb,
  requestOfInvoke,
  requestOfMessage,
} from './turns.ts';

export interface ActivityOptions {
  readonly pipeline: Pick<Pipeline, 'run'>;
  /** Whether the desk waits for the person's answer in the conversation. */
  readonly awaits: (caller: Caller) => Promise<boolean>;
  readonly references: References;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly readVerb: ReadVerb;
  readonly configuration: TeamsConfiguration;
  readonly log: Logger;
  readonly budgets?: Budgets;
}

/** Handles an activity whose sender has been verified; resolves to what an invoke gets back. */
export type HandleActivity = (activity: Activity, conversation: Conversation) => Promise<InvokeResult | undefined>;

export function createActivityHandler(options: ActivityOptions): HandleActivity {
  return async (activity, conversation) => {
    switch (activity.type) {
      case 'message':
        await onMessage(options, activity, conversation);
        return undefined;
      case 'invoke':
        return onInvoke(options, activity);
      case 'conversationUpdate':
      case 'installationUpdate':
        await onMembership(options, activity, conversation);
        return undefined;
      default:
        return undefined;
    }
  };
}

async function onMessage(options: ActivityOptions, activity: Activity, conversation: Conversation): Promise<void> {
  const { budgets = defaultBudgets, readVerb } = options;
  const caller = callerOf(activity, options.configuration);
  if (!(await isSpokenTo(options, activity, caller))) return;
  await run(options, activity, {
    face: 'message',
    caller,
    budgetMs: budgets.message,
    ...deliveryOf(activity),
    ...requestOfMessage(activity, readVerb),
    ...speaking(options, activity, conversation),
  });
}

/**
 * Whether a message is meant for the desk. Where it may read everything that is said in a channel or group chat, it
 * keeps to itself unless it is mentioned, a button of its own is pressed, or it waits for this person's answer there.
 */
async function isSpokenTo({ awaits }: ActivityOptions, activity: Activity, caller: Caller): Promise<boolean> {
  if (caller.shared !== true || activity.value !== undefined || isMentioned(activity)) return true;
  return caller.tenant !== '' && caller.user !== '' && (await awaits(caller));
}

/** What a button gets back replaces the card for the one who pressed it, and for nobody else. */
const alone = ({ shared: _shared, ...caller }: Caller): Caller => caller;

async function onInvoke(options: ActivityOptions, activity: Activity): Promise<InvokeResult> {
  if (activity.name !== 'adaptiveCard/action') return { status: 501 };
  const { budgets = defaultBudgets, readVerb } = options;
  const caller = alone(callerOf(activity, options.configuration));
  const asked = { face: 'invoke', budgetMs: budgets.invoke, ...requestOfInvoke(activity, readVerb) } as const;
  if (isAutomatic(activity)) {
    const reply = await run(options, activity, { ...asked, caller: inPassing(caller) });
    return { status: 200, body: refreshBodyOf(reply) };
  }
  const reply = await run(options, activity, {
    ...asked,
    caller,
    ...deliveryOf(activity),
    ...speakingLater(options, activity, isShared(activity) ? { user: caller.user } : undefined),
  });
  const isView = asked.request.kind === 'view';
  return { status: 200, body: isView ? refreshBodyOf(reply) : invokeBodyOf(reply) };
}

/**
 * A card that is only looked at: the dialog does not move on, no answer is kept as that of a press, and what comes too
 * late is not said, for nobody has asked.
 */
const inPassing = ({ conversation: _conversation, ...caller }: Caller): Caller => caller;

async function onMembership(options: ActivityOptions, activity: Activity, conversation: Conversation): Promise<void> {
  const membership = membershipOf(activity);
  const caller = callerOf(activity, options.configuration);
  if (membership === 'left') await options.references.forget(caller.tenant, placeOf(activity, caller.user));
  if (membership !== 'joined') return;
  const said = speaking(options, activity, conversation);
  await run(options, activity, { face: 'message', ...greeting(activity, caller), ...said });
}

/** Runs the turn, and keeps where the person can be written to if the desk knows the tenant. */
async function run({ pipeline, references, log }: ActivityOptions, activity: Activity, turn: Turn): Promise<Reply> {
  const reply = await pipeline.run(turn);
  const address = addressOf(activity);
  if (!address || isStranger(reply.answer)) return reply;
  try {
    await references.remember(turn.caller.tenant, placeOf(activity, turn.caller.user), outsideOfThreads(address));
  } catch (err) {
    log.error({ err }, 'a conversation reference could not be kept');
  }
  return reply;
}

const isStranger = ({ facts }: Answer): boolean => facts.notice === 'unknown-tenant' || facts.notice === 'no-person';

/** Says the answer at once; what cannot be sent now goes on in the outbox, which has the one retry policy. */
function speaking(options: ActivityOptions, activity: Activity, conversation: Conversation): Partial<Turn> {
  return {
    ...speakingLater(options, activity),
    say: async (answer) => {
      for (const [index, each] of answersIn(answer).entries()) {
        try {
          await conversation.send(messageOf(each));
        } catch (failure) {
          await speak(options, activity, numbered('reply', index), each, { failed: sendFailure(failure) });
        }
      }
    },
  };
}

/** What comes late is said where it was asked for; `to` is whose alone it is, where others read along there. */
const speakingLater = (options: ActivityOptions, activity: Activity, to?: Recipient): Partial<Turn> => ({
  sayLater: async (answer) => {
    for (const [index, each] of answersIn(answer).entries()) {
      await speak(options, activity, numbered('late', index), each, { ...(to === undefined ? {} : { to }) });
    }
  },
});

/** The first answer of a turn, and each further one, is recorded once under a key of its own. */
const numbered = (kind: string, index: number): string => (index === 0 ? kind : `${kind} ${index}`);

interface Circumstances {
  readonly failed?: ReturnType<typeof sendFailure>;
  /** In place of the conversation of the activity. */
  readonly to?: Recipient;
}

async function speak(
  { outbox, configuration, log }: ActivityOptions,
  activity: Activity,
  kind: string,
  answer: Answer,
  { failed, to }: Circumstances,
): Promise<void> {
  const address: Address | undefined = addressOf(activity);
  const { tenant } = callerOf(activity, configuration);
  if (!address || tenant === '') {
    log.error({ failed, kind }, 'an answer was not delivered and has no address to be sent to later');
    return;
  }
  const key = `${kind} ${activity.conversation.id} ${activity.id ?? crypto.randomUUID()}`;
  const body = sayAt(address, answer);
  await outbox.put(tenant, { key, topic: channelTopic, body: to === undefined ? body : { ...body, to } }, failed);
}
