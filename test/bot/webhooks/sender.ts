/** A desk's outbox in a process of its own: `sender.ts FOLDER URL [KEY]` records a message, sends what waits, and ends. */
import { pino } from 'pino';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { createWebhookDelivery } from '../../../bot/webhooks/webhook-delivery.ts';
import { webhookMessages } from '../../../bot/webhooks/webhook-follower.ts';
import { openLowdbStore } from '../../../src/store/lowdb-store.ts';
import { acknowledgement, secret, tenant } from './samples.ts';

const [folder = '', url = '', first] = process.argv.slice(2);
const opened = await openLowdbStore(folder);
if (!opened.ok) throw new Error(opened.failure.problem);
const store = opened.value;
const outbox = createOutbox({
  store,
  log: pino({ level: 'silent' }),
  deliveries: {
    webhook: createWebhookDelivery({
      find: async () => ({ url, secretFrom: 'HOOK' }),
      environment: { HOOK: secret },
    }),
  },
});
if (first === 'first') {
  for (const message of webhookMessages(acknowledgement, [{ team: 'db', webhook: 'pager' }]))
    await outbox.put(tenant, message);
}
await outbox.pump();
const left = await store.pending(10);
await store.close();
process.exitCode = left.length === 0 ? 0 : 1;
