import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../../../bot/configuration.ts';
import { readPortalSettings } from '../../../bot/portal/portal-settings.ts';
import { TENANT } from '../../support/world.ts';
import { CLIENT, PROBLEM, SERVICE, SUBSCRIPTION } from './samples.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-portal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = {
  format: 'portal/1',
  customers: [{ tenantId: TENANT, clientId: CLIENT, secretFrom: 'PORTAL_SECRET', subscription: SUBSCRIPTION }],
  problems: { azure: { service: SERVICE, problem: PROBLEM } },
};

function written(content: unknown): string {
  const name = join(folder, 'portal.json');
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const read = (content: unknown, environment: Record<string, string> = { PORTAL_SECRET: 'not-a-secret' }) =>
  readPortalSettings({ DESK_PORTAL_FILE: written(content), ...environment });

describe('the settings of the portal', () => {
  test.each([undefined, '', ' '])('are none without a file (%j)', (name) => {
    expect(readPortalSettings({ DESK_PORTAL_FILE: name })).toEqual({ ok: true, value: undefined });
  });

  test('find a customer whose id the file has in capitals', () => {
    const tenantId = 'a0b1c2d3-e4f5-4a6b-8c7d-9e0fa1b2c3d4';
    const settings = read({ ...file, customers: [{ ...file.customers[0], tenantId: tenantId.toUpperCase() }] });
    expect(settings.ok && settings.value?.customers.has(tenantId)).toBe(true);
  });

  test('hold each customer with the secret from its variable; the directory is the customer’s own without one', () => {
    const settings = read(file);
    expect(settings.ok && settings.value?.customers.get(TENANT)).toEqual({
      tenantId: TENANT,
      directory: TENANT,
      clientId: CLIENT,
      secret: 'not-a-secret',
      subscription: SUBSCRIPTION,
    });
  });

  test.each([
    ['a secret that is not set', file, {}, 'PORTAL_SECRET'],
    ['what is no JSON', '{', undefined, 'DESK_PORTAL_FILE'],
    [
      'an id that is none',
      { ...file, customers: [{ ...file.customers[0], clientId: 'me' }] },
      undefined,
      'customers[0].clientId',
    ],
    ['a member that nobody knows', { ...file, problem: {} }, undefined, 'problem'],
    ['no customer', { ...file, customers: [] }, undefined, 'customers'],
    [
      'a secret in the file',
      { ...file, customers: [{ ...file.customers[0], secret: 'x' }] },
      undefined,
      'customers[0]',
    ],
  ])('name the fault: %s', (_what, content, environment, told) => {
    const settings = read(content, environment);
    expect(settings.ok).toBe(false);
    expect(JSON.stringify(settings)).toContain(told);
    expect(JSON.stringify(settings)).not.toContain('not-a-secret');
  });

  test('are told with the other settings', () => {
    const settings = readConfiguration({ DESK_PORTAL_FILE: join(folder, 'nowhere.json'), PORT: 'many' });
    expect(settings).toMatchObject({ ok: false, failure: [{ path: 'PORT' }, { path: 'DESK_PORTAL_FILE' }] });
  });
});
