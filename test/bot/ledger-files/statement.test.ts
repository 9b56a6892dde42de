import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importPostings } from '../../../bot/ledger-files/import-postings.ts';
import { WorkOrder } from '../../../src/agreement/work-order.ts';
import { ALEX, FJORD, NOW, openTestDesk, sample } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';

test('the desk’s statement names what came from a file, and the balance counts it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-statement-'));
  const { desk, store } = await openTestDesk();
  const file = join(folder, 'postings.csv');
  await writeFile(file, 'date,service,location,kind,amount\n2026-01-15,proactive-credits,copenhagen,used,12.5\n');
  const workOrder = WorkOrder.parse(sample('fjord-logistics.json'));
  const given = { file, workOrder, habits: {}, dryRun: false, by: 'console', now: Date.parse(NOW), progress: () => {} };
  await importPostings(store, knowledge, given);
  const turn = { tenant: FJORD, user: ALEX, locale: 'en', args: {} };
  expect((await desk.perform({ ...turn, command: 'ledger.show' })).text).toContain('From a file');
  const { facts } = await desk.perform({ ...turn, command: 'balance.show' });
  expect(facts.balances).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ service: 'proactive-credits', location: 'copenhagen', used: 12.5, remaining: 187.5 }),
    ]),
  );
  await rm(folder, { recursive: true, force: true });
});
