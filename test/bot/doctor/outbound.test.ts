import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfiguration } from '../../../bot/configuration.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { examine } from '../../../bot/doctor/doctor.ts';
import type { Finding } from '../../../bot/doctor/finding.ts';
import { portalFindings } from '../../../bot/doctor/portal-findings.ts';
import { storeFindings } from '../../../bot/doctor/store-findings.ts';
import { operatorRoutes } from '../../../bot/operator/operator-routes.ts';
import { bury } from '../../../bot/outbox/dead-letter.ts';
import { deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import type { SendError } from '../../../bot/outbox/send-error.ts';
import { createServer } from '../../../bot/server.ts';
import { fail, ok } from '../../../src/result.ts';
import type { Store } from '../../../src/store/port.ts';
import { withStoreIn } from '../../store/temporary.ts';
import { knowledge, TENANT } from '../../support/world.ts';
import { settings as portal } from '../portal/samples.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import { secret } from '../webhooks/samples.ts';

const key = 'an-operators-key-for-tests';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'desk-doctor-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

async function find(what: RegExp, environment: Record<string, string> = {}): Promise<Finding | undefined> {
  const settings = readConfiguration({ DESK_DATA: data, ...environment });
  if (!settings.ok) throw new Error(JSON.stringify(settings.failure));
  return (await storeFindings(settings.value, environment)).find((finding) => what.test(finding.what));
}

const examined = async (what: string, environment: Record<string, string>): Promise<Finding | undefined> =>
  (await examine({ DESK_DATA: data, ...environment })).find((finding) => finding.what === what);

const letter = (store: Store): Promise<void> =>
  bury(
    store,
    { key: 'k', topic: 'webhook', body: {}, tenant: TENANT, source: { tenant: TENANT, kind: 'incident', id: 'i' } },
    { error: { kind: 'permanent', detail: '404' }, tried: 1, at: '2026-03-02T09:00:00.000Z' },
  );

describe('dead letters', () => {
  test('are reported with the command that shows them, and none is good', async () => {
    expect(await find(/^dead letters/)).toMatchObject({ state: 'good' });
    await withStoreIn(data, letter);
    expect(await find(/^dead letters/)).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('1 could not be sent'),
      mend: expect.stringContaining('npm run -s outbox'),
    });
  });

  test('of a running desk are asked for with the operator’s key, and the store is no fault', async () => {
    await withStoreIn(data, async (store) => {
      await letter(store);
      const routes = operatorRoutes(deadLettersIn(store), key);
      const server = createServer({ routes, ready: {}, log: pino({ level: 'silent' }) });
      const { port } = await server.listen(0, '127.0.0.1');
      const environment = { DESK_OPERATOR_KEY: key, PORT: String(port) };
      expect(await find(/^dead letters/, environment)).toMatchObject({ state: 'broken' });
      expect(await find(/^dead letters/, { PORT: String(port) })).toBeUndefined();
      expect(await find(/^dead letters/, { ...environment, DESK_OPERATOR_KEY: `${key}-of-another` })).toMatchObject({
        state: 'note',
        mend: expect.stringContaining('another DESK_OPERATOR_KEY'),
      });
      expect(await find(/^store/, environment)).toMatchObject({ state: 'note' });
      expect(await examined('port', environment)).toMatchObject({ state: 'good' });
      await server.close();
      expect(await find(/^store/, environment)).toMatchObject({ state: 'broken' });
    });
  });
});

describe('webhooks', () => {
  const teamsWith = (url: string) => (store: Store) =>
    importSupportTeams(store, knowledge, {
      format: 'support-teams/1',
      tenantId: TENANT,
      teams: [
        {
          id: 'db',
          name: 'Db',
          queues: ['advisory'],
          webhooks: [{ id: 'pager', url, secretFrom: 'HOOK' }],
          engineers: [],
        },
      ],
    });

  test('are good where somebody listens, and are sent nothing', async () => {
    const receiver = await openReceiver();
    await withStoreIn(data, teamsWith(receiver.url));
    expect(await find(/^webhook pager of db/, { HOOK: secret })).toMatchObject({ state: 'good' });
    expect(receiver.arrived).toEqual([]);
    await receiver.close();
    expect(await find(/^webhook pager/, { HOOK: secret })).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('cannot be reached'),
    });
  });

  test('without a secret, and with an address that is not allowed, are broken', async () => {
    await withStoreIn(data, teamsWith('https://127.0.0.1:9/in'));
    expect(await find(/^webhook/)).toMatchObject({ state: 'broken', detail: expect.stringContaining('HOOK') });
    await withStoreIn(data, teamsWith('http://pager.example/in'));
    expect(await find(/^webhook/, { HOOK: secret })).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('https'),
    });
  });

  test('whose listener speaks no TLS are broken', async () => {
    const receiver = await openReceiver();
    await withStoreIn(data, teamsWith(receiver.url.replace('http:', 'https:')));
    expect(await find(/^webhook/, { HOOK: secret })).toMatchObject({ state: 'broken' });
    await receiver.close();
  });
});

describe('the portal', () => {
  const settings = readConfiguration({});
  if (!settings.ok) throw new Error('the settings are read');
  const found = (failure?: SendError) =>
    portalFindings({ ...settings.value, portal }, async () => ({
      check: async () => (failure ? fail(failure) : ok(undefined)),
    }));

  test('is not asked where none is configured', async () => {
    expect(await portalFindings(settings.value, () => Promise.reject(new Error('not to be opened')))).toEqual([]);
  });

  test('is good where it takes the credentials, and names the mend where it does not', async () => {
    expect(await found()).toMatchObject([{ what: `portal of ${TENANT}`, state: 'good' }]);
    expect(await found({ kind: 'auth', detail: '401' })).toMatchObject([
      { state: 'broken', detail: '401', mend: expect.stringContaining('secret') },
    ]);
    expect(await found({ kind: 'permanent', detail: '403' })).toMatchObject([
      { mend: expect.stringContaining('Support Request Contributor') },
    ]);
  });
});
