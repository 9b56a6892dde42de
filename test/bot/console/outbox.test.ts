import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { operatorRoutes } from '../../../bot/operator/operator-routes.ts';
import { bury } from '../../../bot/outbox/dead-letter.ts';
import { deadLettersIn } from '../../../bot/outbox/dead-letters.ts';
import { createServer } from '../../../bot/server.ts';
import { withStoreIn } from '../../store/temporary.ts';

const root = join(import.meta.dirname, '../../..');
const key = 'an-operators-key-for-tests';
const run = promisify(execFile);

let data: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'desk-outbox-'));
  await withStoreIn(data, async (store) => {
    for (const [second, name] of ['one', 'two', 'three'].entries()) {
      await bury(
        store,
        {
          key: name,
          topic: 'webhook',
          body: { name },
          tenant: 't',
          source: { tenant: 't', kind: 'incident', id: 'i' },
        },
        {
          error: { kind: 'permanent', detail: '404 no\u001b[2J such hook' },
          tried: 1,
          at: `2026-03-02T09:00:0${second}.000Z`,
        },
      );
    }
  });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** What the console prints, with its exit code in front. */
async function outbox(words: readonly string[], env: Record<string, string> = {}): Promise<[number, string]> {
  const options = { cwd: root, env: { ...process.env, DESK_DATA: data, ...env } };
  try {
    return [0, (await run(process.execPath, ['bot/console/outbox.ts', ...words], options)).stdout];
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return [code, stderr];
  }
}

const idOf = (list: string, name: string): string =>
  /^(\w+)/.exec(list.split('\n').find((l) => l.includes(name)) ?? '')?.[1] ?? '';

describe('the outbox console', () => {
  test('over a store that nobody has open: lists, shows, sends again and drops', async () => {
    const [, list] = await outbox(['list']);
    expect(list.trim().split('\n')).toHaveLength(3);
    expect(list).toContain('permanent after 1: 404 no [2J such hook');
    const [one, two] = [idOf(list, '  one  '), idOf(list, '  two  ')];
    expect(JSON.parse((await outbox(['show', one]))[1])).toMatchObject({ key: 'one', body: { name: 'one' } });
    expect(await outbox(['resend', one])).toEqual([0, expect.stringContaining('in the outbox again')]);
    expect(await outbox(['drop', two])).toEqual([0, expect.stringContaining('dropped')]);
    expect((await outbox(['list']))[1]).toMatch(/^\w+ .*one {2}on its way again\n\w+ .*three {2}permanent/);
    expect((await withStoreIn(data, (store) => store.pending(10))).map((message) => message.key)).toEqual(['one']);
  });

  test('while a desk has the store open: says what is missing, then asks the desk', async () => {
    await withStoreIn(data, async (store) => {
      const routes = operatorRoutes(deadLettersIn(store), key);
      const server = createServer({ routes, ready: {}, log: pino({ level: 'silent' }) });
      const { port } = await server.listen(0, '127.0.0.1');
      try {
        expect(await outbox(['list'])).toEqual([1, expect.stringContaining('DESK_OPERATOR_KEY')]);
        const asked = { DESK_OPERATOR_KEY: key, PORT: String(port) };
        expect(await outbox(['resend', '--all'], asked)).toEqual([0, '1 put into the outbox again.\n']);
        expect((await store.pending(10)).map((message) => message.key)).toEqual(['one', 'three']);
        expect(await outbox(['show', 'zzzz'], asked)).toEqual([1, expect.stringContaining('No dead letter')]);
      } finally {
        await server.close();
      }
    });
  });

  test.each([[['resend']], [['drop', '--all']], [['burn', 'abcd']], [['list', '--wrong']]])(
    'explains itself when it is asked %j',
    async (words) => {
      expect(await outbox(words)).toEqual([1, expect.stringContaining('Usage:')]);
    },
  );
});
