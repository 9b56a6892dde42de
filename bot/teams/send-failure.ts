/** What went wrong when the connector was called, as one of the closed list of send errors. */
import { z } from 'zod';
import { retryAfterMs } from '../outbox/retry-after.ts';
import { neverConnected, type SendError } from '../outbox/send-error.ts';

const Headers = z.custom<{ get(name: string): string | undefined }>(
  (value) => typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function',
);

/** The error of the connector's HTTP pipeline. */
const RestError = z.object({
  name: z.literal('RestError'),
  message: z.string(),
  statusCode: z.number().optional(),
  code: z.string().optional().catch(undefined),
  response: z.object({ headers: Headers }).optional().catch(undefined),
});
type RestError = z.infer<typeof RestError>;

/** The error of the token client. */
const TokenError = z.object({ errorCode: z.string(), message: z.string() });

const tokenNetworkCodes = new Set([
  'network_error',
  'endpoints_resolution_error',
  'request_cannot_be_made',
  'openid_config_error',
]);

/**
 * Sorts a failure of the connector. 403 is not a matter of who we are: it says that this conversation does not take
 * messages (blocked, uninstalled). After 408 and the 5xx that come from behind the front door the message may stand.
 * @param now milliseconds since the epoch, for a `Retry-After` that names a date
 */
export function sendFailure(failure: unknown, now: number = Date.now()): SendError {
  const rest = RestError.safeParse(failure);
  if (rest.success)
    return rest.data.statusCode === undefined
      ? withoutAnswer(rest.data)
      : byStatus(rest.data, rest.data.statusCode, now);
  const token = TokenError.safeParse(failure);
  if (token.success) return tokenFailure(token.data);
  const detail = failure instanceof Error ? failure.message : String(failure);
  return isAbort(failure) ? { kind: 'maybe-delivered', detail } : { kind: 'permanent', detail };
}

/** Whether the message that was to be changed is no longer there. */
export function isGone(failure: unknown): boolean {
  const { data } = RestError.safeParse(failure);
  return data?.statusCode === 404 || data?.statusCode === 410;
}

function byStatus(error: RestError, status: number, now: number): SendError {
  const detail = `${status} ${error.code ?? ''} ${error.message}`.slice(0, 300);
  if (status === 401) return { kind: 'auth', detail };
  if (status === 429) return throttled(error, detail, now);
  if (status === 503 && askedWait(error, now) !== undefined) return throttled(error, detail, now);
  if (status === 412 || status === 502) return { kind: 'transient', detail };
  return status === 408 || status >= 500 ? { kind: 'maybe-delivered', detail } : { kind: 'permanent', detail };
}

function throttled(error: RestError, detail: string, now: number): SendError {
  const after = askedWait(error, now);
  return { kind: 'throttled', detail, ...(after === undefined ? {} : { retryAfterMs: after }) };
}

const askedWait = ({ response }: RestError, now: number): number | undefined =>
  retryAfterMs(response?.headers.get('retry-after'), now);

function withoutAnswer({ code = '', message }: RestError): SendError {
  const detail = `${code} ${message}`.slice(0, 300);
  const unsent = neverConnected.has(code) || [...neverConnected].some((reason) => message.includes(reason));
  return unsent ? { kind: 'transient', detail } : { kind: 'maybe-delivered', detail };
}

/** No token, no message: nothing was sent. */
function tokenFailure({ errorCode, message }: z.infer<typeof TokenError>): SendError {
  const detail = `${errorCode}: ${message}`.slice(0, 300);
  return tokenNetworkCodes.has(errorCode) ? { kind: 'transient', detail } : { kind: 'auth', detail };
}

const isAbort = (failure: unknown): boolean => failure instanceof Error && failure.name === 'AbortError';
