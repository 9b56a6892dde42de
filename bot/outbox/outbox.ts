/**
 * The one sender of what the desk has to say outside of a turn. It takes what the store holds as pending, delivers each
 * message at least once, keeps the order within a lane, and follows the one retry policy. What it gives up is kept.
 */
import type { Logger } from 'pino';
import type { Result } from '../../src/result.ts';
import type { Message, PendingMessage, Store } from '../../src/store/port.ts';
import { bury } from './dead-letter.ts';
import { inLanes, sideBySide } from './lanes.ts';
import { put } from './put.ts';
import { defaultPolicy, judge, type RetryPolicy } from './retry-policy.ts';
import type { SendError } from './send-error.ts';

export interface Delivery {
  /** Sends the message; a failure says what kind it is. */
  deliver(message: PendingMessage): Promise<Result<void, SendError>>;
  /** What must not overtake one another shares a lane; by default everything of one tenant and topic. */
  laneOf?(message: PendingMessage): string;
}

export interface OutboxOptions {
  readonly store: Store;
  /** By topic; a message of a topic that nobody delivers becomes a dead letter. */
  readonly deliveries: Readonly<Record<string, Delivery>>;
  readonly log: Logger;
  readonly policy?: RetryPolicy;
  /** How often the store is asked without being woken, in milliseconds. */
  readonly everyMs?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

export interface Outbox {
  start(): void;
  /** Stops asking and resolves when what is on its way has ended. */
  stop(): Promise<void>;
  /** Something was saved: look now. */
  wake(): void;
  /** Sends what is due once through; resolves when all of it has been tried. */
  pump(): Promise<void>;
  /** Records a message of its own and wakes; `failed` is a try that was made already. */
  put(tenant: string, message: Message, failed?: SendError): Promise<void>;
}

interface Track {
  readonly firstTried: number;
  readonly tried: number;
  readonly notBefore: number;
  /** Delivered, but the store could not be told yet: it must not be sent again for that. */
  readonly delivered?: true;
}

const batch = 200;
const width = 8;

export function createOutbox(options: OutboxOptions): Outbox {
  return new Sender(options);
}

class Sender implements Outbox {
  readonly #options: Required<OutboxOptions>;
  readonly #tracks = new Map<string, Track>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #started = false;

  constructor(options: OutboxOptions) {
    this.#options = { policy: defaultPolicy, everyMs: 5000, now: Date.now, random: Math.random, ...options };
  }

  start(): void {
    this.#started = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  wake(): void {
    if (!this.#started) return;
    clearTimeout(this.#timer);
    this.pump().then(
      () => this.#rest(),
      (err: unknown) => {
        this.#options.log.error({ err }, 'the outbox could not be read; it will be tried again');
        this.#rest();
      },
    );
  }

  /** While one pass runs, any number of further calls make one more pass. */
  pump(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#passes().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async put(tenant: string, message: Message, failed?: SendError): Promise<void> {
    const pending = await put(this.#options.store, tenant, message);
    if (failed) await this.#failed(pending, failed);
    this.wake();
  }

  async #passes(): Promise<void> {
    do {
      this.#again = false;
      await this.#pass();
    } while (this.#again);
  }

  async #pass(): Promise<void> {
    const pending = await this.#options.store.pending(batch + this.#tracks.size);
    this.#forgetAllBut(pending);
    const lanes = inLanes(pending, (message) => this.#laneOf(message));
    await sideBySide(lanes, width, (lane) => this.#workThrough(lane));
  }

  /** One message that has to wait holds up what comes after it in its lane. */
  async #workThrough(lane: readonly PendingMessage[]): Promise<void> {
    for (const message of lane) {
      const track = this.#tracks.get(idOf(message));
      if (track && track.notBefore > this.#options.now()) return;
      const done = track?.delivered ? await this.#markSent(message) : await this.#try(message);
      if (!done) return;
    }
  }

  /** Whether the message is out of the way: sent, or given up. */
  async #try(message: PendingMessage): Promise<boolean> {
    const result = await this.#deliver(message);
    return result.ok ? this.#markSent(message) : this.#failed(message, result.failure);
  }

  async #deliver(message: PendingMessage): Promise<Result<void, SendError>> {
    try {
      const delivery = this.#deliveryOf(message);
      return delivery ? await delivery.deliver(message) : permanent('nobody delivers this topic');
    } catch (err) {
      this.#options.log.error({ err, topic: message.topic }, 'a delivery failed in a way that it did not foresee');
      return permanent('the delivery itself failed');
    }
  }

  async #failed(message: PendingMessage, error: SendError): Promise<boolean> {
    const { policy, log, now, random } = this.#options;
    const before = this.#tracks.get(idOf(message));
    const firstTried = before?.firstTried ?? now();
    const tried = (before?.tried ?? 0) + 1;
    const verdict = judge(policy, error, { tried, elapsedMs: now() - firstTried }, random());
    if (verdict.kind === 'give-up') return this.#giveUp(message, error, tried);
    this.#tracks.set(idOf(message), { firstTried, tried, notBefore: now() + verdict.afterMs });
    log.warn({ ...briefly(message), error, tried, againInMs: verdict.afterMs }, 'a message was not delivered yet');
    return false;
  }

  async #giveUp(message: PendingMessage, error: SendError, tried: number): Promise<boolean> {
    const { store, log, now } = this.#options;
    log.error({ ...briefly(message), error, tried }, 'a message could not be delivered and is kept as a dead letter');
    await bury(store, message, { error, tried, at: new Date(now()).toISOString() });
    return this.#markSent(message);
  }

  async #markSent(message: PendingMessage): Promise<boolean> {
    const now = this.#options.now();
    this.#tracks.set(idOf(message), { firstTried: now, tried: 1, notBefore: 0, delivered: true });
    await this.#options.store.sent(message);
    this.#tracks.delete(idOf(message));
    return true;
  }

  #forgetAllBut(pending: readonly PendingMessage[]): void {
    const still = new Set(pending.map(idOf));
    for (const id of this.#tracks.keys()) if (!still.has(id)) this.#tracks.delete(id);
  }

  #laneOf(message: PendingMessage): string {
    const lane = this.#deliveryOf(message)?.laneOf?.(message) ?? '';
    return `${message.tenant} ${message.topic} ${lane}`;
  }

  #deliveryOf({ topic }: PendingMessage): Delivery | undefined {
    return Object.hasOwn(this.#options.deliveries, topic) ? this.#options.deliveries[topic] : undefined;
  }

  /** Sleeps until the next message is due, at most the interval. */
  #rest(): void {
    if (!this.#started) return;
    const { now, everyMs } = this.#options;
    const due = [...this.#tracks.values()].map(({ notBefore }) => notBefore - now()).filter((wait) => wait > 0);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), Math.min(everyMs, ...due));
    this.#timer.unref();
  }
}

const idOf = ({ tenant, key }: PendingMessage): string => `${tenant} ${key}`;

const briefly = ({ tenant, topic, key }: PendingMessage): object => ({ tenant, topic, key });

const permanent = (detail: string): Result<void, SendError> => ({ ok: false, failure: { kind: 'permanent', detail } });
