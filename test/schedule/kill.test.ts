import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createIncident } from '../../bot/desk/incidents.ts';
import { openIncident } from '../../src/incident/open-incident.ts';

import { inTemporaryDirectory, opened as openStore } from '../store/temporary.ts';
import { size } from '../support/sizes.ts';
import { order, sceneAt, standingAt, TENANT } from './year-world.ts';

const reminding = join(import.meta.dirname, 'reminding.ts');
const INCIDENTS = size(30, 200);
const longestLifeMs = 150;

/** Incidents that were opened long ago and answered by nobody, so that all of them have something to be told. */
async function prepare(directory: string): Promise<string[]> {
  const store = await openStore(directory);
  await store.save({
    key: { tenant: TENANT, kind: 'work-order', id: order.id },
    expected: 0,
    state: JSON.parse(JSON.stringify(order)),
  });
  const ids: string[] = [];
  for (let count = 0; count < INCIDENTS; count += 1) {
    const scene = sceneAt(Date.parse('2026-03-02T10:00:00+01:00'));
    const args = { product: 'windows-server', severity: 'A', summary: 'down', location: 'odense' } as const;
    const opening = openIncident(args, standingAt('odense'), scene);
    if (!opening.ok) throw new Error(opening.failure);
    ids.push(await createIncident(store, TENANT, `c${count}`, opening.value.event, (id) => id));
  }
  for (const message of await store.pending(INCIDENTS)) await store.sent(message);
  await store.close();
  return ids;
}

/** The lines of a life that is ended by force, or by its own end where `killed` is false. */
async function life(directory: string, killed: boolean): Promise<string[]> {
  const child = spawn(process.execPath, [reminding, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = text(child.stdout);
  // Listened for from the beginning: a short life may be over by itself before it is ended.
  const closed = once(child, 'close');
  if (killed) {
    await once(child.stdout, 'data');
    await pause(Math.random() * longestLifeMs);
    child.kill('SIGKILL');
  }
  await Promise.all([closed, said]);
  return (await said).split('\n').slice(0, -1);
}

test('a desk that is killed by force while it reminds loses no reminder and saves none twice', async () => {
  await inTemporaryDirectory(async (directory) => {
    const ids = await prepare(directory);
    const lines: string[] = [];
    for (let round = 0; round < size(4, 50); round += 1) lines.push(...(await life(directory, true)));
    const last = await life(directory, false);
    expect(last.at(-1)).toBe('done');
    lines.push(...last);
    const of = (what: string): string[] =>
      lines.filter((line) => line.startsWith(`${what} INC-`)).map((line) => line.slice(what.length + 1));
    const expected = ids
      .flatMap((id) => [`${id}/first-response/0/missed/team`, `${id}/first-response/0/missed/contacts`])
      .sort();
    expect([...new Set(of('sent'))].sort()).toEqual(expected);
    expect(of('saved').length).toBe(new Set(of('saved')).size);
  });
});
