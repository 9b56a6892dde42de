/** Whether each webhook could be delivered to: its address, its secret, and whether somebody listens there. */
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Webhook } from '../../src/routing/support-teams.ts';
import type { Store } from '../../src/store/port.ts';
import { supportTeamsOf } from '../desk/support-teams.ts';
import { readSecrets } from '../webhooks/signature.ts';
import { readWebhookUrl } from '../webhooks/webhook-url.ts';
import type { Finding } from './finding.ts';

const listensWithinMs = 5000;

/** A finding for each webhook of all tenants. Nothing is sent: a connection is made, and ended. */
export async function webhookFindings(
  store: Store,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const found: { readonly what: string; readonly webhook: Webhook }[] = [];
  for (const tenant of await store.tenants('support-teams')) {
    for (const { id, webhooks } of await supportTeamsOf(store, tenant))
      for (const webhook of webhooks) found.push({ what: `webhook ${webhook.id} of ${id} (${tenant})`, webhook });
  }
  return Promise.all(found.map(({ what, webhook }) => findingOf(what, webhook, environment)));
}

async function findingOf(
  what: string,
  { url, secretFrom }: Webhook,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding> {
  const address = readWebhookUrl(url, environment.NODE_ENV === 'production');
  if (!address.ok) {
    const mend = 'Mend the address in the support teams’ file and import it again.';
    return { what, state: 'broken', detail: `its address ${address.failure}`, mend };
  }
  const secrets = readSecrets(secretFrom, environment[secretFrom]);
  if (!secrets.ok)
    return { what, state: 'broken', detail: secrets.failure, mend: `Set ${secretFrom}; docs/webhooks.md shows how.` };
  const reached = await reach(address.value);
  if (reached.ok) return { what, state: 'good', detail: `${address.value.host} listens` };
  return {
    what,
    state: 'broken',
    detail: `${address.value.host} cannot be reached: ${reached.failure}`,
    mend: 'Check the address, the network between, and the receiver’s certificate.',
  };
}

/** Whether a connection comes about, with a certificate that is trusted where it is encrypted. */
function reach({ protocol, hostname, port }: URL): Promise<Result<void, string>> {
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(port) || (secure ? 443 : 80) };
  return new Promise((resolve) => {
    const socket: Socket = secure
      ? connectSecurely({ ...target, servername: /[a-z]/i.test(host) && !host.includes(':') ? host : '' })
      : connectPlainly(target);
    const end = (result: Result<void, string>): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(listensWithinMs, () => end(fail('no answer in time')));
    socket.once(secure ? 'secureConnect' : 'connect', () => end(ok(undefined)));
    socket.once('error', (error) => end(fail(error.message)));
  });
}
