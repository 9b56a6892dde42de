import { describe, expect, test } from '@jest/globals';
import { readTeamsConfiguration } from '../../../bot/teams/configuration.ts';

const appId = '33333333-3333-4333-8333-333333333333';
const tenant = '11111111-1111-4111-8111-111111111111';
const CAPITALS = 'A0B1C2D3-E4F5-4A6B-8C7D-9E0FA1B2C3D4';
const registered = { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: tenant };

describe('the Teams settings', () => {
  test.each<[string, Record<string, string | undefined>, object]>([
    ['nothing set: local clients only', {}, { kind: 'local' }],
    ['empty counts as not set', { MICROSOFT_APP_ID: ' ', DESK_TENANTS: '' }, { kind: 'local' }],
    ['local ids', { DESK_LOCAL_TENANT: 't', DESK_LOCAL_USER: 'u' }, { kind: 'local', tenant: 't', user: 'u' }],
    [
      'ids in capitals are those in small letters',
      { DESK_LOCAL_TENANT: CAPITALS, DESK_LOCAL_USER: CAPITALS, DESK_TENANTS: `t,${CAPITALS}` },
      { tenant: CAPITALS.toLowerCase(), user: CAPITALS.toLowerCase(), tenants: new Set(['t', CAPITALS.toLowerCase()]) },
    ],
    [
      'a home tenant makes it single-tenant',
      registered,
      { kind: 'registered', appId, appType: 'SingleTenant', appTenantId: tenant, appPassword: 'secret' },
    ],
    [
      'a bot for many tenants',
      { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'secret' },
      { kind: 'registered', appId, appType: 'MultiTenant', appPassword: 'secret' },
    ],
    [
      'a managed identity',
      { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: 'UserAssignedMsi', MICROSOFT_APP_TENANT_ID: tenant },
      { kind: 'registered', appId, appType: 'UserAssignedMsi', appTenantId: tenant },
    ],
    [
      'allowed tenants, however listed',
      { ...registered, DESK_TENANTS: ` a, b;c\nd ` },
      { kind: 'registered', tenants: new Set(['a', 'b', 'c', 'd']) },
    ],
  ])('%s', (_title, environment, expected) => {
    expect(readTeamsConfiguration(environment)).toMatchObject({ ok: true, value: expected });
  });

  test.each<[string, Record<string, string>, [string, RegExp][]]>([
    [
      'production without an app id',
      { NODE_ENV: 'production' },
      [['MICROSOFT_APP_ID', /is not set.*NODE_ENV=production/]],
    ],
    ['an app id that is none', { MICROSOFT_APP_ID: 'my-bot' }, [['MICROSOFT_APP_ID', /is not an app id/]]],
    ['no secret', { MICROSOFT_APP_ID: appId }, [['MICROSOFT_APP_PASSWORD', /needs its client secret/]]],
    [
      'a single-tenant bot without tenant and secret',
      { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: 'SingleTenant' },
      [
        ['MICROSOFT_APP_PASSWORD', /SingleTenant/],
        ['MICROSOFT_APP_TENANT_ID', /home tenant/],
      ],
    ],
    [
      'a managed identity with a secret',
      { ...registered, MICROSOFT_APP_TYPE: 'UserAssignedMsi' },
      [['MICROSOFT_APP_PASSWORD', /has no secret/]],
    ],
    ['an unknown type', { ...registered, MICROSOFT_APP_TYPE: 'Triple' }, [['MICROSOFT_APP_TYPE', /is none of/]]],
    ['local ids beside an app id', { ...registered, DESK_LOCAL_USER: 'u' }, [['DESK_LOCAL_USER', /local clients/]]],
  ])('%s: each fault names its variable and the mend', (_title, environment, faults) => {
    expect(readTeamsConfiguration(environment)).toEqual({
      ok: false,
      failure: faults.map(([path, problem]) => ({ path, problem: expect.stringMatching(problem) })),
    });
  });
});
