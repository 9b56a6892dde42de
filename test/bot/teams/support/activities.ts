/** Activities as Teams sends them. */
export const tenant = '11111111-1111-4111-8111-111111111111';
export const user = '22222222-2222-4222-8222-222222222222';
export const deskId = '28:33333333-3333-4333-8333-333333333333';
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';
export const conversation = 'a:1personal';

let count = 0;

/** An activity in the personal chat of one person, with what is given in place of the usual. */
export function activityOf(given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  count += 1;
  return {
    type: 'message',
    id: `activity-${count}`,
    timestamp: '2026-03-02T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:person', name: 'Maja Holm', aadObjectId: user },
    recipient: { id: deskId, name: 'Desk' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/Copenhagen' }],
    ...given,
  };
}

export const messageOf = (text: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  activityOf({ text, textFormat: 'plain', ...given });

/** A press of a card button by Action.Execute. */
export const pressOf = (verb: unknown, data: unknown = {}, given: Readonly<Record<string, unknown>> = {}) =>
  activityOf({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    replyToId: 'card-1',
    ...given,
  });
