import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../bot/console/options.ts';
import { Layout } from '../../../src/store/layout.ts';
import { ALEX, FJORD, sample } from '../../support/desk.ts';

const root = join(import.meta.dirname, '../../..');
const QUESTION = 'How fast will you respond if our Azure SQL is down?';
const NOW = '2026-03-02T10:00:00+01:00';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'desk-console-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

function run(script: string, words: readonly string[], { input = '', env = {} } = {}) {
  const done = spawnSync(process.execPath, [`bot/console/${script}`, ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test', ...env },
  });
  return { out: done.stdout, err: done.stderr, code: done.status };
}

const whoAsks = ['--tenant', FJORD, '--user', ALEX];

describe('npm run import', () => {
  test('takes a work order and says whose it is', () => {
    const done = run('import.ts', ['--data', data, 'samples/fjord-logistics.json']);
    expect(done).toMatchObject({ code: 0, out: 'WO-FJ26 of Fjord Logistics is in.\n' });
  });

  test('refuses a faulty one whole, with each fault’s path', () => {
    const file = join(data, 'faulty.json');
    writeFileSync(
      file,
      JSON.stringify({
        ...sample('fjord-logistics.json'),
        term: { start: '2026-12-31', end: '2026-01-01' },
        edition: 'unified-2031-01',
      }),
    );
    const done = run('import.ts', ['--data', data, file]);
    expect(done.code).toBe(1);
    expect(done.err).toContain('was not imported:');
    expect(done.err).toContain('term: ends on 2026-01-01');
    expect(done.err).toContain('edition: unified-2031-01 is unknown');
  });

  test('says what is wrong with a file that is no JSON, or not there', () => {
    const file = join(data, 'broken.json');
    writeFileSync(file, '{ "format": ');
    expect(run('import.ts', ['--data', data, file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is no JSON'),
    });
    expect(run('import.ts', ['--data', data, join(data, 'absent.json')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
  });
});

describe('npm run ask, in its three forms', () => {
  test('a text prints the answer’s text', () => {
    const done = run('ask.ts', ['--data', data, ...whoAsks, '--now', NOW, QUESTION]);
    expect(done.code).toBe(0);
    expect(done.out).toContain('15 minutes');
    expect(done.out.trim().split('\n')).toHaveLength(1);
  });

  test('the customer need not be named when the user is a contact', () => {
    const done = run('ask.ts', ['--data', data, '--user', ALEX, '--now', NOW, 'how many credits do we have left?']);
    expect(done.out).toContain('200');
  });

  test('without a user or a text it tells how it is used', () => {
    expect(run('ask.ts', ['--data', data, QUESTION])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Usage:'),
    });
  });

  test('--json prints the whole answer', () => {
    const done = run('ask.ts', ['--data', data, ...whoAsks, '--now', NOW, '--json', QUESTION]);
    expect(JSON.parse(done.out)).toMatchObject({
      command: 'response.expect',
      facts: { firstResponseMinutes: 15, due: '2026-03-02T10:15:00+01:00' },
      card: { type: 'AdaptiveCard' },
    });
  });

  test('--jsonl answers each line with a line, a bad one too', () => {
    const line = { tenant: FJORD, user: ALEX, text: QUESTION, now: NOW };
    const input = `${JSON.stringify(line)}\nno json\n\n${JSON.stringify({ ...line, tenant: 7 })}\n${JSON.stringify({ ...line, text: 'help' })}\n`;
    const done = run('ask.ts', ['--jsonl', '--data', data], { input });
    const answers = done.out
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as { command: string; status: string });
    expect(answers.map(({ command, status }) => `${command} ${status}`)).toEqual([
      'response.expect answered',
      ' refused',
      ' refused',
      'help answered',
    ]);
  });

  test('--jsonl knows who asks in whatever capitals the ids stand, in the file or on the line', () => {
    const ids = { tenant: 'abababab-1111-4111-8111-11111111abab', user: 'cdcdcdcd-2222-4222-8222-22222222cdcd' };
    const capitals = { tenant: ids.tenant.toUpperCase(), user: ids.user.toUpperCase() };
    const file = join(data, 'capitals.json');
    writeFileSync(
      file,
      JSON.stringify(sample('fjord-logistics.json')).replaceAll(FJORD, capitals.tenant).replaceAll(ALEX, capitals.user),
    );
    const input = [ids, capitals].map((who) =>
      JSON.stringify({ ...who, text: 'How many credits are left?', now: NOW }),
    );
    const done = run('ask.ts', ['--jsonl', '--data', data, '--import', file], { input: input.join('\n') });
    const answers = done.out.trim().split('\n');
    expect(answers.map((one) => JSON.parse(one))).toMatchObject([
      { command: 'balance.show', status: 'answered' },
      { command: 'balance.show', status: 'answered' },
    ]);
  });

  test('--jsonl answers the lines after one on which the desk fails', () => {
    const key = { tenant: FJORD, kind: 'incident', id: 'INC-123456' };
    const incident = new Layout(data).aggregate(key);
    mkdirSync(dirname(incident), { recursive: true });
    writeFileSync(incident, 'not an incident');
    const lines = ['show INC-123456', QUESTION].map((text) =>
      JSON.stringify({ tenant: FJORD, user: ALEX, text, now: NOW, locale: 'en' }),
    );
    const done = run('ask.ts', ['--data', data, '--jsonl'], { input: lines.join('\n') });
    rmSync(incident);
    expect(done.code).toBe(0);
    expect(
      done.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { status: 'refused', because: ['internal'] },
      { command: 'response.expect', status: 'answered' },
    ]);
    expect(done.err).toContain(incident);
  });

  test('--now is refused in production, and where it is no instant', () => {
    const inProduction = run('ask.ts', ['--data', data, ...whoAsks, '--now', NOW, QUESTION], {
      env: { NODE_ENV: 'production' },
    });
    expect(inProduction).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not for production') });
    expect(run('ask.ts', ['--data', data, ...whoAsks, '--now', 'tomorrow', QUESTION])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no instant'),
    });
  });
});

describe('words of the command line', () => {
  test('--import takes every file that follows', () => {
    expect(readOptions(['--jsonl', '--import', 'a.json', 'b.json', '--data', 'd'])).toMatchObject({
      imports: ['a.json', 'b.json'],
      data: 'd',
      jsonl: true,
    });
  });

  test('ids in capitals are those in small letters', () => {
    const words = ['--tenant', FJORD.toUpperCase(), '--user', FJORD.toUpperCase(), 'how', 'fast?'];
    expect(readOptions(words)).toMatchObject({ tenant: FJORD, user: FJORD });
  });

  test('the text may follow the files', () => {
    expect(readOptions(['--import', 'a.json', '--user', 'u', 'how', 'fast?'])).toMatchObject({
      imports: ['a.json'],
      user: 'u',
      text: 'how fast?',
    });
  });
});
