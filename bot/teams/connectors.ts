/**
 * The clients through which the desk speaks to Teams. The SDK makes a new one for every turn, each with a retry policy
 * that posts a message up to four times; here one is kept for each service, posts once, and has a time limit.
 */
import { z } from 'zod';

interface Request {
  abortSignal?: AbortSignal;
}

interface Policy {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown>;
}

interface Pipeline {
  removePolicy(which: { readonly name: string }): readonly unknown[];
  addPolicy(policy: Policy): void;
}

const hasMethods = (value: unknown): value is Pipeline =>
  typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;

/** The part of an SDK client that is reached into; it is private there, so it is checked here. */
const WithPipeline = z.object({ client: z.object({ pipeline: z.custom<Pipeline>(hasMethods) }) });

/** How long one request to Teams may take, in milliseconds: with the turn’s own ten seconds it stays under fifteen. */
export const sendTimeoutMs = 4500;

/**
 * Takes the SDK's own retries from a client and gives it a time limit.
 * @throws when the client is not built as expected: then it would post twice without anyone noticing.
 */
export function postingOnce<Client>(client: Client, timeoutMs: number = sendTimeoutMs): Client {
  const { pipeline } = WithPipeline.parse(client).client;
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1) {
    throw new Error('the connector client has no retry policy where one was expected');
  }
  pipeline.addPolicy({
    name: 'deskTimeLimit',
    sendRequest(request, next) {
      request.abortSignal = AbortSignal.timeout(timeoutMs);
      return next(request);
    },
  });
  return client;
}

/** Keeps the newest few of what is costly to make; a failure to make one is not kept. */
export class Kept<Value> {
  readonly #values = new Map<string, Promise<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.#values.get(key) ?? this.#made(key, make);
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#most) break;
      this.#values.delete(oldest);
    }
    return value;
  }

  #made(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = make();
    value.catch(() => {
      if (this.#values.get(key) === value) this.#values.delete(key);
    });
    return value;
  }
}
