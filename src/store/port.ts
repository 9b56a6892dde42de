/**
 * The one port to whatever keeps the desk's state: load an aggregate, save it against the version that was read
 * together with the messages it causes, list by an indexed field. Every engine passes test/store/contract.ts.
 *
 * What is passed in and handed out are copies. Any string will do in a key, in an index and as a command's id. What
 * nobody who decides a command can mend (a damaged file, a full disk) is thrown as a `StoreFailure`, see fault.ts.
 */
export interface AggregateKey {
  /** The tenant of the verified token; no call crosses it. A GUID is the same in capitals. */
  readonly tenant: string;
  /** What it is: `incident`, `work-order`, `ledger`, `conversation`, `turn`. */
  readonly kind: string;
  readonly id: string;
}

export interface Stored {
  /** 1 for the first save, then one more for each. */
  readonly version: number;
  /** JSON data; whoever loads it checks it with its schema. */
  readonly state: unknown;
  /** The fields that `list` finds it by, as they were last saved. */
  readonly index: Readonly<Record<string, string>>;
}

/**
 * Something to be said or done elsewhere because of a change; delivered at least once, so its key must be told on.
 * While a message with the same key waits in the same aggregate, another is not added.
 */
export interface Message {
  /** Unique in the tenant and the same however often the command is repeated. */
  readonly key: string;
  readonly topic: string;
  readonly body: unknown;
}

export interface PendingMessage extends Message {
  readonly tenant: string;
  /** The aggregate that caused it. */
  readonly source: AggregateKey;
}

export interface Save {
  readonly key: AggregateKey;
  /** The version that was read; 0 when it must not exist yet. */
  readonly expected: number;
  readonly state: unknown;
  /** All fields to be found by, not only those that changed; without it, the aggregate is found by none. */
  readonly index?: Readonly<Record<string, string>>;
  readonly messages?: readonly Message[];
  /**
   * The command that did it, with the result that a second arrival of the same command gets, whatever version that one
   * expects. Results are kept with the aggregate and written with it each time: keep them small.
   */
  readonly command?: { readonly id: string; readonly result: unknown };
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody saved in between; load again and decide anew. `version` is the one that stands. */
  | { readonly kind: 'conflict'; readonly version: number }
  /** This command has been done before; nothing was written. */
  | { readonly kind: 'repeated'; readonly result: unknown };

export interface Page {
  readonly items: readonly (Stored & { readonly id: string })[];
  /** Pass as `after` for the next page; absent on the last. */
  readonly next?: string;
}

export interface Store {
  load(key: AggregateKey): Promise<Stored | undefined>;
  /** Atomic and durable: when it has answered `saved`, the change, its messages and its command survive a kill. */
  save(change: Save): Promise<SaveOutcome>;
  /** The result of a command done on this aggregate before (the newest 64 are kept), or undefined. */
  resultOf(key: AggregateKey, commandId: string): Promise<{ readonly result: unknown } | undefined>;
  /**
   * Aggregates of a kind; `where` names one indexed field and its value. The order is the engine's own and depends on
   * the ids alone: walking the pages meets every aggregate once that is there all the while, whatever is saved meanwhile.
   * `limit` is the most on a page, at least 1; without it the page holds all. An aggregate that cannot be read is left out.
   */
  list(
    tenant: string,
    kind: string,
    options?: {
      readonly where?: { readonly field: string; readonly value: string };
      readonly limit?: number;
      readonly after?: string;
    },
  ): Promise<Page>;
  /** Every tenant that has an aggregate of the kind, sorted. */
  tenants(kind: string): Promise<readonly string[]>;
  /** Messages saved and not yet marked as sent, of all tenants, oldest first, at most `limit`. */
  pending(limit: number): Promise<readonly PendingMessage[]>;
  /** Marks a message as sent; once more does no harm. The aggregate's version stays. */
  sent(message: PendingMessage): Promise<void>;
  /** Waits for what is under way; afterwards nothing else may be called. */
  close(): Promise<void>;
}
