import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebhookPayload } from '../../../bot/webhooks/payload.ts';
import { createWebhookDelivery } from '../../../bot/webhooks/webhook-delivery.ts';
import { webhookMessages } from '../../../bot/webhooks/webhook-follower.ts';
import { IncidentEvent } from '../../../src/incident/events.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { acknowledgement, newSecret, secret, tenant } from './samples.ts';

const documentation = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...documentation.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

interface Question {
  readonly headers: Record<string, unknown>;
  readonly body: string;
  readonly secret: string;
  readonly now?: number;
}

let isFromTheDesk: (question: Question) => boolean;
let folder: string;
let receiver: Receiver;
const now = Date.parse('2026-03-02T09:05:30Z');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-docs-'));
  const [example = ''] = blocks('js');
  writeFileSync(join(folder, 'verify.mjs'), example);
  ({ isFromTheDesk } = await import(pathToFileURL(join(folder, 'verify.mjs')).href));
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/** What a receiver gets when the desk signs with these secrets. */
async function arriving(secrets: string): Promise<Question> {
  const { deliver } = createWebhookDelivery({
    find: async () => ({ url: receiver.url, secretFrom: 'HOOK' }),
    environment: { HOOK: secrets },
    now: () => now,
  });
  for (const message of webhookMessages(acknowledgement, [{ team: 'db', webhook: 'pager' }]))
    await deliver({ ...message, tenant, source: { tenant, kind: 'incident', id: 'i' } });
  const last = receiver.arrived.at(-1);
  if (last === undefined) throw new Error('nothing arrived');
  return { headers: last.headers, body: last.body, secret, now };
}

describe('the documented check of a signature', () => {
  test('takes what the desk sends', async () => {
    expect(isFromTheDesk(await arriving(secret))).toBe(true);
  });

  test('takes it with either secret while one is replaced', async () => {
    const question = await arriving(`${newSecret} ${secret}`);
    expect([isFromTheDesk(question), isFromTheDesk({ ...question, secret: newSecret })]).toEqual([true, true]);
  });

  test('refuses another secret, another body, another id or time, an old one, and none', async () => {
    const question = await arriving(secret);
    const { headers, body } = question;
    const changed: Partial<Question>[] = [
      { secret: newSecret },
      { body: body.replace('acknowledged', 'resolved') },
      { headers: { ...headers, 'webhook-id': 'another' } },
      { headers: { ...headers, 'webhook-timestamp': String(Math.floor(now / 1000) + 1) } },
      { headers: { ...headers, 'webhook-timestamp': 'now' } },
      { headers: { ...headers, 'webhook-signature': undefined } },
      { headers: { ...headers, 'webhook-signature': 'v1,' } },
      { headers: { ...headers, 'webhook-signature': String(headers['webhook-signature']).replace('v1,', 'v2,') } },
      { now: now + 301_000 },
      { now: now - 301_000 },
    ];
    expect(changed.map((change) => isFromTheDesk({ ...question, ...change }))).toEqual(changed.map(() => false));
  });
});

test('the documented body is one that the desk could send', () => {
  const body: unknown = JSON.parse(blocks('json').find((block) => block.includes('incident-event/1')) ?? '');
  expect(WebhookPayload.strict().safeParse(body)).toMatchObject({ success: true });
});

test('every event is documented, and none that there is not', () => {
  const types = IncidentEvent.options.flatMap(({ shape: { type } }) =>
    'options' in type ? type.options : [type.value],
  );
  const row = documentation.split('\n').find((line) => line.startsWith('| `event` |')) ?? '';
  const documented = [...row.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name).slice(1);
  expect(documented.toSorted()).toEqual(types.toSorted());
});
