/**
 * The one port to whatever keeps the desk's state: load an aggregate, save it against the version that was read
 * together with the messages it causes, list by an indexed field. Every engine passes test/store/contract.ts.
 */
export interface AggregateKey {
  /** The tenant of the verified token; no call crosses it. */
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
  /** The fields that `list` finds it by. */
  readonly index: Readonly<Record<string, string>>;
}

/** Something to be said or done elsewhere because of a change; delivered at least once, so its key must be told on. */
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
  readonly index?: Readonly<Record<string, string>>;
  readonly messages?: readonly Message[];
  /** The command that did it, with the result that a second arrival of the same command gets. */
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
  /** Aggregates of a kind, newest id order not promised; `where` names one indexed field and its value. */
  list(
    tenant: string,
    kind: string,
    options?: {
      readonly where?: { readonly field: string; readonly value: string };
      readonly limit?: number;
      readonly after?: string;
    },
  ): Promise<Page>;
  /** Every tenant that has an aggregate of the kind. */
  tenants(kind: string): Promise<readonly string[]>;
  /** Messages saved and not yet marked as sent, oldest first. */
  pending(limit: number): Promise<readonly PendingMessage[]>;
  sent(message: PendingMessage): Promise<void>;
  close(): Promise<void>;
}
