import { pino } from 'pino';
import { createOutbox, type Delivery, type Outbox, type OutboxOptions } from '../../../bot/outbox/outbox.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { fail, ok, type Result } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { PendingMessage } from '../../../src/store/port.ts';

/** An outbox over a store in memory, with a clock of its own and a channel that answers as it is told. */
export class Bench {
  readonly store = new MemoryStore();
  readonly sent: string[] = [];
  readonly next: (SendError | Error)[] = [];
  readonly logged: string[] = [];
  now = 1_800_000_000_000;
  readonly outbox: Outbox;

  constructor(options: Partial<OutboxOptions> = {}) {
    const log = pino({ level: 'warn' }, { write: (line: string) => this.logged.push(JSON.parse(line).msg) });
    this.outbox = createOutbox({
      store: this.store,
      deliveries: { channel: this.delivery() },
      log,
      now: () => this.now,
      random: () => 1,
      ...options,
    });
  }

  delivery(): Delivery {
    return {
      deliver: async (message) => this.take(message),
      laneOf: ({ body }) => String((body as { to: string }).to),
    };
  }

  take(message: PendingMessage): Result<void, SendError> {
    this.sent.push(message.key);
    const failure = this.next.shift();
    if (failure instanceof Error) throw failure;
    return failure ? fail(failure) : ok(undefined);
  }

  put(key: string, to = 'maja', topic = 'channel'): Promise<void> {
    return this.outbox.put('t', { key, topic, body: { to } });
  }

  async pending(): Promise<string[]> {
    return (await this.store.pending(100)).map(({ key }) => key);
  }

  async dead(): Promise<unknown[]> {
    return (await this.store.list('t', 'dead-letter')).items.map(({ state }) => state);
  }
}
