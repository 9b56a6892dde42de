import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { examine, type Finding } from '../../../bot/doctor/doctor.ts';
import { withStoreIn } from '../../store/temporary.ts';
import { sample, takeIn } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'desk-doctor-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const find = async (what: string, environment: Record<string, string> = {}): Promise<Finding | undefined> =>
  (await examine({ DESK_DATA: data, PORT: '0', ...environment })).find((finding) => finding.what === what);

describe('the doctor', () => {
  test('finds Node, zone data, settings and knowledge good', async () => {
    for (const what of ['Node', 'time zones', 'settings', 'knowledge'])
      expect(await find(what)).toMatchObject({ state: 'good' });
  });

  test('says what an empty store lacks, and is content once a work order is in', async () => {
    expect(await find('store')).toMatchObject({ state: 'note', mend: expect.stringContaining('npm run import') });
    await withStoreIn(data, async (store) => {
      await takeIn(store, sample('fjord-logistics.json'));
      expect(await find('store')).toMatchObject({ state: 'broken', detail: expect.stringContaining('lock') });
    });
    expect(await find('store')).toMatchObject({ state: 'good', detail: expect.stringContaining('1 customer') });
  });

  test('names the queues that no support team takes, with their customer', async () => {
    await withStoreIn(data, (store) => takeIn(store, sample('fjord-logistics.json')));
    expect(await find('support teams')).toMatchObject({
      state: 'note',
      detail: expect.stringMatching(/problem-resolution.*rapid-response.* of Fjord Logistics/),
    });
    await withStoreIn(data, (store) => importSupportTeams(store, knowledge, sample('fjord-logistics-teams.json')));
    expect(await find('support teams')).toMatchObject({ state: 'good' });
  });

  test('finds a port that is taken', async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await find('port', { PORT: String(port) })).toMatchObject({
      state: 'broken',
      mend: expect.stringContaining('PORT'),
    });
    await new Promise((resolve) => other.close(resolve));
  });

  test('names every setting that is wrong', async () => {
    const found = await find('settings', { PORT: 'many', NODE_ENV: 'production' });
    expect(found).toMatchObject({ state: 'broken', detail: expect.stringMatching(/PORT.*MICROSOFT_APP_ID/s) });
  });

  test('tells that without an app id only this machine is answered', async () => {
    expect(await find('Teams')).toMatchObject({ state: 'note', mend: expect.stringContaining('MICROSOFT_APP_ID') });
  });
});
