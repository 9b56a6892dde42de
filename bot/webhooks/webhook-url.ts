import { fail, ok, type Result } from '../../src/result.ts';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The address of a webhook, if deliveries may go there: https, or plain http on this machine while the desk is not in
 * production. The failure says why not, without the address's path, which may be a secret.
 */
export function readWebhookUrl(text: string, production: boolean): Result<URL, string> {
  if (!URL.canParse(text)) return fail('is no address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return fail('must not hold a user or password');
  if (url.protocol === 'https:') return ok(url);
  if (url.protocol !== 'http:') return fail(`has the scheme ${url.protocol} where https is wanted`);
  if (!loopback.has(url.hostname)) return fail(`goes to ${url.hostname} without encryption; use https`);
  return production ? fail('goes without encryption, which NODE_ENV=production forbids; use https') : ok(url);
}
