/**
 * The one sender of what the desk has to say outside of a turn. It takes what the store holds as pending, delivers each
 * message at least once, keeps the order within a lane, and follows the one retry policy. What it gives up is kept.
 */
import type { Logger } from 'pino';
import type { Message, PendingMessage, Store } from '../../src/store/port.ts';
import { inLanes, RunningLanes } from './lanes.ts';
import { put } from './put.ts';
import { defaultPolicy, type RetryPolicy } from './retry-policy.ts';
import type { SendError } from './send-error.ts';
import { type Delivery, deliveryOf, Sending } from './sending.ts';
import { Tracks } from './tracks.ts';

export type { Delivery };

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

const batch = 200;
/** What is due and was not begun (it became due just now, or something holds it up) is looked at again so soon. */
const overdueMs = 50;
/** How many lanes of one receiver are worked on at once. */
const width = 8;

export function createOutbox(options: OutboxOptions): Outbox {
  return new Sender(options);
}

class Sender implements Outbox {
  readonly #options: Required<OutboxOptions>;
  readonly #tracks = new Tracks();
  readonly #sending: Sending;
  readonly #running = new RunningLanes(width);
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  /** Something due was passed over, because its lane or its receiver was busy or the batch was full. */
  #passedOver = false;
  #failures: unknown[] = [];
  #started = false;
  #stopping = false;

  constructor(options: OutboxOptions) {
    this.#options = { policy: defaultPolicy, everyMs: 5000, now: Date.now, random: Math.random, ...options };
    this.#sending = new Sending(this.#options, this.#tracks);
  }

  start(): void {
    this.#started = true;
    this.#stopping = false;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#started = false;
    this.#stopping = true;
    clearTimeout(this.#timer);
    await this.#quiet();
  }

  wake(): void {
    if (!this.#started) return;
    clearTimeout(this.#timer);
    this.#look()
      .catch((err: unknown) => this.#note(err))
      .finally(() => this.#rest());
  }

  async pump(): Promise<void> {
    await this.#look().catch((err: unknown) => this.#note(err));
    await this.#quiet();
    const [failure] = this.#failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  async put(tenant: string, message: Message, failed?: SendError): Promise<void> {
    const pending = await put(this.#options.store, tenant, message);
    if (failed) await this.#sending.failed(pending, failed);
    this.wake();
  }

  /** The store did not do its part; that is told, and tried again at the next look. */
  #note(err: unknown): void {
    this.#failures = [...this.#failures.slice(-1), err];
    this.#options.log.error({ err }, 'the outbox could not be read or marked; it will be tried again');
  }

  /** Resolves when nothing is being read or sent. */
  async #quiet(): Promise<void> {
    while (this.#looking !== undefined || this.#running.names.size > 0) {
      await this.#looking?.catch(() => {});
      await this.#running.ended();
    }
  }

  /** Begins whatever is due and free. While one look is taken, any number of further calls make one more. */
  #look(): Promise<void> {
    if (this.#looking) this.#lookAgain = true;
    else this.#looking = this.#looks();
    return this.#looking;
  }

  async #looks(): Promise<void> {
    try {
      do {
        this.#lookAgain = false;
        await this.#beginWhatIsDue();
      } while (this.#lookAgain);
    } finally {
      this.#looking = undefined;
    }
  }

  /** A lane that was worked on while the store was read is left to the next look: what was read of it may be sent by now. */
  async #beginWhatIsDue(): Promise<void> {
    this.#passedOver = false;
    const busy = this.#running.names;
    const known = this.#tracks.known();
    const { pending, complete } = await this.#pendingBeyond(busy);
    if (complete) this.#tracks.keep(known, pending);
    else this.#passedOver = true;
    for (const [name, lane] of inLanes(pending, (message) => this.#laneOf(message))) {
      const [first] = lane;
      if (first === undefined || this.#waits(first)) continue;
      const receiver = this.#receiverOf(first);
      if (busy.has(name) || !this.#isFree(first)) this.#passedOver = true;
      else
        this.#running.begin(
          { name, receiver },
          () => this.#workThrough(lane),
          () => this.#onLaneEnd(),
        );
    }
  }

  /** What is pending, oldest first: so much of it that what is held up does not hide all that could go. */
  async #pendingBeyond(busy: ReadonlySet<string>): Promise<{ pending: readonly PendingMessage[]; complete: boolean }> {
    for (let limit = batch; ; limit *= 2) {
      const pending = await this.#options.store.pending(limit);
      const held = new Set([...busy, ...pending.filter((one) => this.#waits(one)).map((one) => this.#laneOf(one))]);
      const free = pending.some((one) => !held.has(this.#laneOf(one)) && this.#isFree(one));
      if (free || pending.length < limit) return { pending, complete: pending.length < limit };
    }
  }

  /** One message that has to wait holds up what comes after it in its lane. Once stopped, no further one is begun. */
  async #workThrough(lane: readonly PendingMessage[]): Promise<void> {
    try {
      for (const message of lane) {
        if (this.#waits(message) || !(await this.#sending.send(message)) || this.#stopping) return;
      }
    } catch (err) {
      this.#passedOver = false;
      this.#note(err);
    }
  }

  /** After a lane: on to what was passed over meanwhile, else asleep until something is due. */
  #onLaneEnd(): void {
    if (this.#passedOver && !this.#stopping) this.#look().catch((err: unknown) => this.#note(err));
    this.#rest();
  }

  #waits(message: PendingMessage): boolean {
    return this.#tracks.waits(message, this.#options.now());
  }

  #isFree(message: PendingMessage): boolean {
    return this.#running.isFree(this.#laneOf(message), this.#receiverOf(message));
  }

  #laneOf(message: PendingMessage): string {
    const lane = deliveryOf(message, this.#options.deliveries)?.laneOf?.(message) ?? '';
    return `${message.tenant} ${message.topic} ${lane}`;
  }

  #receiverOf(message: PendingMessage): string {
    return `${message.topic} ${deliveryOf(message, this.#options.deliveries)?.receiverOf?.(message) ?? ''}`;
  }

  /** Sleeps until the next message is due, at most the interval. */
  #rest(): void {
    if (!this.#started) return;
    const { now, everyMs } = this.#options;
    const due = this.#tracks.remaining(now()).map((wait) => (wait > 0 ? wait : overdueMs));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), Math.min(everyMs, ...due));
    this.#timer.unref();
  }
}
