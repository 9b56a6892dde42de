import { describe, expect, test } from '@jest/globals';
import { Activity } from '../../../bot/teams/activity.ts';
import { callerOf } from '../../../bot/teams/caller.ts';

const TENANT = 'a0b1c2d3-e4f5-4a6b-8c7d-9e0fa1b2c3d4';
const PERSON = 'b0b1c2d3-e4f5-4a6b-8c7d-9e0fa1b2c3d4';

const callerIn = (change: object) =>
  callerOf(
    Activity.parse({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.example/',
      conversation: { id: 'a:1', tenantId: TENANT },
      from: { id: '29:1aBcD', aadObjectId: PERSON },
      channelData: { tenant: { id: TENANT } },
      ...change,
    }),
    { kind: 'registered', appId: 'app', appType: 'MultiTenant' },
  );

describe('who wrote an activity', () => {
  test.each([
    ['in small letters', {}],
    ['the tenant in capitals in one of its places', { channelData: { tenant: { id: TENANT.toUpperCase() } } }],
    ['the tenant in capitals in the other', { conversation: { id: 'a:1', tenantId: TENANT.toUpperCase() } }],
    ['the person in capitals', { from: { id: '29:1aBcD', aadObjectId: PERSON.toUpperCase() } }],
    ['a client that has no other id of the person', { from: { id: PERSON.toUpperCase() } }],
  ])('is told by ids in small letters: %s', (_title, change) => {
    expect(callerIn(change)).toMatchObject({ tenant: TENANT, user: PERSON });
  });

  test('keeps the person’s id in the channel as it is written', () => {
    expect(callerIn({}).channelUser).toBe('29:1aBcD');
  });

  test('has no tenant where Teams names two', () => {
    expect(callerIn({ channelData: { tenant: { id: PERSON } } }).tenant).toBe('');
  });
});
