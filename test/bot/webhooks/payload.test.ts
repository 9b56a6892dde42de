import { describe, expect, test } from '@jest/globals';
import { payloadOf } from '../../../bot/webhooks/payload.ts';
import { WebhookMessage } from '../../../bot/webhooks/webhook-delivery.ts';
import { webhookMessages } from '../../../bot/webhooks/webhook-follower.ts';
import { acknowledged, acknowledgement, incidentWith, tenant } from './samples.ts';

describe('the payload of a webhook', () => {
  test('of an opening holds the incident as it stands and who opened it, and nothing twice', () => {
    const incident = incidentWith();
    const payload = payloadOf({ tenant, incident, event: incident.opened, revision: 1, previous: undefined }, 'd1');
    expect(payload).toEqual({
      format: 'incident-event/1',
      delivery: 'd1',
      event: 'incident.opened',
      occurredAt: '2026-03-02T10:00:00+01:00',
      tenant,
      revision: 1,
      incident: expect.objectContaining({
        id: 'INC-123456',
        severity: 'A',
        state: 'open',
        product: 'azure-sql-database',
        location: 'odense',
        summary: 'Orders time out',
        queue: 'rapid-response',
        due: '2026-03-02T10:15:00+01:00',
        filed: false,
        workOrder: 'WO-T1',
        edition: 'unified-2025-01',
        language: 'en',
      }),
      detail: { by: expect.any(String) },
    });
  });

  test('of a step holds who took it and their words', () => {
    const payload = payloadOf(acknowledgement, 'd2');
    expect(payload).toMatchObject({
      event: 'incident.acknowledged',
      occurredAt: acknowledged.at,
      incident: { state: 'acknowledged' },
      detail: { by: 'Alex', text: 'On it' },
    });
  });

  test('of a decided severity names it, and leaves the promise to the incident', () => {
    const { plan } = incidentWith();
    const event = { type: 'severity-set', at: acknowledged.at, by: 'e1', severity: 'B', plan } as const;
    const payload = payloadOf({ tenant, incident: incidentWith(event), event, revision: 2, previous: undefined }, 'd3');
    expect([payload.incident.severity, payload.detail]).toEqual(['B', { by: 'e1', severity: 'B' }]);
  });
});

describe('the messages of a change', () => {
  const to = (webhook: string) => ({ team: 'db', webhook });

  test('are one a webhook, under keys that a repetition of the change has too', () => {
    const messages = webhookMessages(acknowledgement, [to('pager'), to('board')]);
    expect(messages.map(({ key }) => key)).toEqual(['webhook/db/pager', 'webhook/db/board']);
    expect(webhookMessages(acknowledgement, [to('pager'), to('board')])).toEqual(messages);
    const deliveries = messages.map(({ body }) => WebhookMessage.parse(body).payload.delivery);
    expect(deliveries).toEqual([`${tenant}/INC-123456/2/pager`, `${tenant}/INC-123456/2/board`]);
  });

  test('are other deliveries for each thing that happens, and for each tenant', () => {
    const deliveries = [
      { tenant, revision: 1 },
      { tenant, revision: 2 },
      { tenant: 'another', revision: 2 },
    ].flatMap((where) => {
      const change = { ...acknowledgement, ...where };
      return webhookMessages(change, [to('pager')]).map(({ body }) => WebhookMessage.parse(body).payload.delivery);
    });
    expect(new Set(deliveries).size).toBe(3);
  });
});
