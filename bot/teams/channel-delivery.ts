import { fail, ok, type Result } from '../../src/result.ts';
import type { PendingMessage } from '../../src/store/port.ts';
import { ChannelMessage, type Recipient } from '../outbox/channel-message.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import type { DeskAdapter } from './adapter.ts';
import type { References } from './references.ts';
import { sendFailure } from './send-failure.ts';
import { messageOf } from './spoken.ts';

/** Delivers messages of topic `channel`: looks up where the recipient is reached, and says it there. */
export function createChannelDelivery(adapter: Pick<DeskAdapter, 'continue'>, references: References): Delivery {
  return {
    deliver: (message) => deliver(adapter, references, message),
    laneOf: ({ body }) => laneOf(body),
  };
}

async function deliver(
  adapter: Pick<DeskAdapter, 'continue'>,
  references: References,
  { tenant, body }: PendingMessage,
): Promise<Result<void, SendError>> {
  const message = ChannelMessage.safeParse(body);
  if (!message.success) return permanent(`the body is no channel message: ${message.error.message}`);
  const address = await references.find(tenant, message.data.to);
  if (!address) return permanent('the desk is not installed where this was to be said');
  try {
    await adapter.continue(address, messageOf(message.data));
    return ok(undefined);
  } catch (failure) {
    return fail(sendFailure(failure));
  }
}

function laneOf(body: unknown): string {
  const message = ChannelMessage.safeParse(body);
  return message.success ? nameOf(message.data.to) : '';
}

function nameOf(to: Recipient): string {
  if ('user' in to) return `user ${to.user}`;
  return 'channel' in to ? `channel ${to.channel}` : `conversation ${to.address.conversation.id}`;
}

const permanent = (detail: string): Result<void, SendError> => fail({ kind: 'permanent', detail });
