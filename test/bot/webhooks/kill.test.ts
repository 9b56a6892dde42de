import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openReceiver, type Receiver, status } from './receiver.ts';
import { tenant } from './samples.ts';

let folder: string;
let receiver: Receiver;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-webhook-kill-'));
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (...words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'sender.ts'), folder, receiver.url, ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });

test('a desk that is killed after the receiver has taken a delivery sends it once more, with the same id and body', async () => {
  const killed = start('first');
  receiver.replies.push((response) => {
    killed.kill('SIGKILL');
    status(204)(response);
  });
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await once(start(), 'exit')).toEqual([0, null]);
  expect(await once(start(), 'exit')).toEqual([0, null]);
  const [first, second, ...more] = receiver.arrived;
  expect([first?.body, more]).toEqual([second?.body, []]);
  expect(first?.headers['idempotency-key']).toBe(`${tenant}/INC-123456/2/pager`);
  expect(second?.headers['idempotency-key']).toBe(`${tenant}/INC-123456/2/pager`);
});
