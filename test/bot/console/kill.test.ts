import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoredIncident } from '../../../src/incident/events.ts';
import { openLowdbStore } from '../../../src/store/lowdb-store.ts';
import { size } from '../../support/sizes.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const TENANT = '0f1e2d3c-4b5a-4678-8899-aabbccddeeff';
const USER = '10000000-0000-4000-8000-000000000001';
const ROUNDS = size(8, 200);

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'desk-kill-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Incidents whose opening the console has answered, by number. */
const answered = new Map<string, string>();

function startConsole(): ChildProcess {
  const words = ['bot/console/ask.ts', '--jsonl', '--data', data, '--import', 'samples/fjord-logistics.json'];
  return spawn(process.execPath, words, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
}

const request = (summary: string): string =>
  JSON.stringify({
    tenant: TENANT,
    user: USER,
    text: `open a severity C incident for OneDrive in Lyon: ${summary}`,
    now: '2026-03-02T10:00:00+01:00',
  });

/** Opens incidents one after the other until it is killed, some milliseconds after its first answer. */
function round(number: number, delay: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startConsole();
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    let count = 0;
    const next = (): void => {
      count += 1;
      child.stdin?.write(`${request(`round ${number} incident ${count}`)}\n`);
    };
    lines.on('line', (line) => {
      const { status, facts } = JSON.parse(line) as {
        status: string;
        facts: { incident: { id: string; summary: string } };
      };
      if (status !== 'done') reject(new Error(line));
      answered.set(facts.incident.id, facts.incident.summary);
      if (count === 1) setTimeout(() => child.kill('SIGKILL'), delay);
      next();
    });
    child.stdin?.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', () => resolve());
    next();
  });
}

describe('the console, killed while it opens incidents', () => {
  test(
    `${ROUNDS} times: no answered incident is lost, and everything loads`,
    async () => {
      for (let number = 1; number <= ROUNDS; number += 1) await round(number, Math.random() * 120);
      const opened = await openLowdbStore(data);
      if (!opened.ok) throw new Error(opened.failure.problem);
      const store = opened.value;
      expect(answered.size).toBeGreaterThanOrEqual(ROUNDS);
      for (const [id, summary] of answered) {
        const stored = await store.load({ tenant: TENANT, kind: 'incident', id });
        expect(StoredIncident.parse(stored?.state).events[0]).toMatchObject({ type: 'opened', summary });
      }
      let after: string | undefined;
      let listed = 0;
      do {
        const page = await store.list(TENANT, 'incident', { limit: 500, ...(after === undefined ? {} : { after }) });
        for (const { state } of page.items) StoredIncident.parse(state);
        listed += page.items.length;
        after = page.next;
      } while (after !== undefined);
      expect(listed).toBeGreaterThanOrEqual(answered.size);
      await store.close();
    },
    size(90_000, 900_000),
  );
});
