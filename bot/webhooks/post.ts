/** One POST to a receiver, and what its answer means. */
import { z } from 'zod';
import { ok, type Result } from '../../src/result.ts';
import { retryAfterMs } from '../outbox/retry-after.ts';
import { neverConnected, type SendError } from '../outbox/send-error.ts';

export interface Post {
  readonly url: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Nothing of the answer is needed but its status; of a refusal a little is kept to show. */
const mostShown = 200;

/** Sends it once. Redirects are not followed: the signature is for the address that was configured. */
export async function post({ url, body, headers, timeoutMs, now }: Post): Promise<Result<void, SendError>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'entitlement-desk' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) {
      await response.body?.cancel();
      return ok(undefined);
    }
    return { ok: false, failure: await refusal(response, now()) };
  } catch (failure) {
    return { ok: false, failure: networkFailure(failure) };
  }
}

async function refusal(response: Response, now: number): Promise<SendError> {
  const { status, headers } = response;
  const detail = `${status} ${await beginningOf(response)}`.trim();
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    const after = retryAfterMs(headers.get('retry-after'), now);
    return { kind: 'throttled', detail, ...(after === undefined ? {} : { retryAfterMs: after }) };
  }
  if (status === 408 || status === 425) return { kind: 'transient', detail };
  if (status >= 500) return { kind: 'maybe-delivered', detail };
  if (status >= 300 && status < 400)
    return { kind: 'permanent', detail: `${status} a redirect, which is not followed: configure the final address` };
  return { kind: 'permanent', detail };
}

/** The start of the answer's text on one line; the rest is not read. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  try {
    const first = await reader?.read();
    const text = first?.value === undefined ? '' : new TextDecoder().decode(first.value.subarray(0, 4 * mostShown));
    return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, mostShown);
  } catch {
    return '';
  } finally {
    await reader?.cancel().catch(() => {});
  }
}

/** Without an answer the request may have arrived, unless there never was a connection or its certificate was refused. */
function networkFailure(failure: unknown): SendError {
  const { code = '', name = '', message } = innermost(failure);
  const detail = `${code || name} ${message}`.trim().slice(0, 300);
  const unsent = neverConnected.has(code) || /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code);
  return { kind: unsent ? 'transient' : 'maybe-delivered', detail };
}

/** Read by shape: an error of the HTTP client need not be an instance of this realm's Error. */
const Failure = z.object({
  code: z.string().optional().catch(undefined),
  name: z.string().optional(),
  message: z.string().catch(''),
  cause: z.unknown().optional(),
  /** Of a host with several addresses, one each. */
  errors: z.array(z.unknown()).optional(),
});
type Failure = z.infer<typeof Failure>;

/** The client says only that it failed; why stands in the cause. */
function innermost(failure: unknown): Failure {
  const read = Failure.safeParse(failure);
  if (!read.success) return { message: String(failure) };
  const { cause, errors } = read.data;
  const inner = errors?.[0] ?? cause;
  return inner === undefined ? read.data : innermost(inner);
}
