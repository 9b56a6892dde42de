/** One message on its way: delivered, tried again later by the one retry policy, or given up and kept. */
import type { Logger } from 'pino';
import { fail, type Result } from '../../src/result.ts';
import type { PendingMessage, Store } from '../../src/store/port.ts';
import { bury, settle } from './dead-letter.ts';
import { judge, type RetryPolicy } from './retry-policy.ts';
import type { SendError } from './send-error.ts';
import type { Tracks } from './tracks.ts';

export interface Delivery {
  /** Sends the message; a failure says what kind it is. */
  deliver(message: PendingMessage): Promise<Result<void, SendError>>;
  /** What must not overtake one another shares a lane; by default everything of one tenant and topic. */
  laneOf?(message: PendingMessage): string;
  /** Where it goes: a slow receiver holds up nobody but itself; by default all of the topic goes to one. */
  receiverOf?(message: PendingMessage): string;
  /** The receiver knows a repetition by the message's key, so one that may have arrived is sent again without harm. */
  readonly repeatable?: boolean;
}

export interface SendingParts {
  readonly store: Store;
  /** By topic. */
  readonly deliveries: Readonly<Record<string, Delivery>>;
  readonly log: Logger;
  readonly policy: RetryPolicy;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The delivery of a topic, or undefined where nobody delivers it. */
export const deliveryOf = (
  { topic }: PendingMessage,
  deliveries: Readonly<Record<string, Delivery>>,
): Delivery | undefined => (Object.hasOwn(deliveries, topic) ? deliveries[topic] : undefined);

export class Sending {
  readonly #parts: SendingParts;
  readonly #tracks: Tracks;

  constructor(parts: SendingParts, tracks: Tracks) {
    this.#parts = parts;
    this.#tracks = tracks;
  }

  /** Whether the message is out of the way: sent, or given up. Rejects only where the store does not do its part. */
  async send(message: PendingMessage): Promise<boolean> {
    const ended = this.#tracks.of(message)?.ended;
    if (ended !== undefined) return this.#takeOff(message, ended);
    this.#tracks.begin(message);
    const result = await this.#deliver(message);
    return result.ok ? this.#takeOff(message, 'delivered') : this.failed(message, result.failure);
  }

  /** Notes a try that failed; the same answer as `send`. */
  async failed(message: PendingMessage, error: SendError): Promise<boolean> {
    const { policy, log, now, random, deliveries } = this.#parts;
    const before = this.#tracks.of(message);
    const firstTried = before?.firstTried ?? now();
    const tried = (before?.tried ?? 0) + 1;
    const repeatable = deliveryOf(message, deliveries)?.repeatable ?? false;
    const verdict = judge(policy, error, { tried, elapsedMs: now() - firstTried, repeatable }, random());
    if (verdict.kind === 'give-up') return this.#giveUp(message, error, tried);
    this.#tracks.set(message, { firstTried, tried, notBefore: now() + verdict.afterMs });
    log.warn({ ...briefly(message), error, tried, againInMs: verdict.afterMs }, 'a message was not delivered yet');
    return false;
  }

  async #deliver(message: PendingMessage): Promise<Result<void, SendError>> {
    try {
      const delivery = deliveryOf(message, this.#parts.deliveries);
      return delivery ? await delivery.deliver(message) : permanent('nobody delivers this topic');
    } catch (err) {
      this.#parts.log.error({ err, topic: message.topic }, 'a delivery failed in a way that it did not foresee');
      return permanent('the delivery itself failed');
    }
  }

  async #giveUp(message: PendingMessage, error: SendError, tried: number): Promise<boolean> {
    const { store, log, now } = this.#parts;
    log.error({ ...briefly(message), error, tried }, 'a message could not be delivered and is kept as a dead letter');
    await bury(store, message, { error, tried, at: new Date(now()).toISOString() });
    return this.#takeOff(message, 'buried');
  }

  async #takeOff(message: PendingMessage, ended: 'delivered' | 'buried'): Promise<boolean> {
    const { store, now } = this.#parts;
    this.#tracks.set(message, { firstTried: now(), tried: 1, notBefore: 0, ended });
    if (ended === 'delivered') await settle(store, message);
    await store.sent(message);
    this.#tracks.drop(message);
    return true;
  }
}

const briefly = ({ tenant, topic, key }: PendingMessage): object => ({ tenant, topic, key });

const permanent = (detail: string): Result<void, SendError> => fail({ kind: 'permanent', detail });
