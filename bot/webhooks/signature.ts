/**
 * Signatures of deliveries, after the Standard Webhooks convention: the receiver proves with a shared secret that the
 * desk sent this body at this time. While a secret is being replaced, two secrets sign side by side.
 */
import { createHmac } from 'node:crypto';
import { fail, ok, type Result } from '../../src/result.ts';

export type Secrets = readonly [Buffer, ...Buffer[]];

const prefix = 'whsec_';
const fewestBytes = 24;
const mostBytes = 64;
const mostSecrets = 2;

/**
 * The secrets in an environment variable: `whsec_` and 24 to 64 bytes in Base64; two, separated by a space, while one is
 * replaced. The failure says what is wrong and never holds a secret.
 */
export function readSecrets(name: string, value: string | undefined): Result<Secrets, string> {
  const words = (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
  if (words.length > mostSecrets) return fail(`${name} holds more than two secrets; two are for replacing one`);
  const [first, ...others] = words.map(secretOf);
  if (first === undefined) return fail(`${name} is not set; it must hold the secret that signs for this webhook`);
  const secrets = [first, ...others];
  const known = secrets.filter((secret) => secret !== undefined);
  const [one, ...more] = known;
  if (one === undefined || known.length < secrets.length) return fail(`${name} must hold ${shape}`);
  return ok([one, ...more]);
}

const shape = `"${prefix}" followed by ${fewestBytes} to ${mostBytes} bytes in Base64`;

function secretOf(word: string): Buffer | undefined {
  if (!word.startsWith(prefix)) return undefined;
  const text = word.slice(prefix.length);
  const bytes = Buffer.from(text, 'base64');
  const isWhole = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return isWhole && bytes.length >= fewestBytes && bytes.length <= mostBytes ? bytes : undefined;
}

export interface Signed {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers that identify and sign a delivery; one signature a secret. */
export function signatureHeaders({ id, timestamp, body }: Signed, secrets: Secrets): Record<string, string> {
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
    'idempotency-key': id,
  };
}
