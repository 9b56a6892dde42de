/**
 * A full question over HTTP, from the text to the card that the client's service has received, beside a bare echo on the
 * successor SDK. Both run in processes of their own and are asked in turn, so that whatever else the machine does weighs
 * on both; both reply to the same service here. The desk records each turn durably, the echo keeps nothing.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration, table } from './support/measure.ts';

export const title = 'a question to the desk beside an echo of @microsoft/agents-hosting';

const root = join(import.meta.dirname, '..');
const WARM_UP = 60;
const ROUNDS = 400;
const QUESTION = 'How fast will you respond if our Azure SQL is down?';
const caller = {
  tenant: '0f1e2d3c-4b5a-4678-8899-aabbccddeeff',
  user: '10000000-0000-4000-8000-000000000001',
};

interface Bot {
  readonly name: string;
  readonly url: string;
  readonly process: ChildProcess;
}

export async function run(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const service = await startService();
  spawnSync(process.execPath, ['bot/console/import.ts', 'samples/fjord-logistics.json', '--data', data], { cwd: root });
  const desk = await start('the desk', ['bot/main.ts'], { DESK_DATA: data, PORT: '0', LOG_LEVEL: 'silent' });
  const echo = await start('the echo', ['bench/support/echo-agent.ts'], {});
  try {
    for (let round = 0; round < WARM_UP; round += 1) await both([desk, echo], service.url);
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await both([desk, echo], service.url));
    return `${told(times)}\nreplies received: ${service.received()} of ${2 * (WARM_UP + ROUNDS)}`;
  } finally {
    for (const bot of [desk, echo]) bot.process.kill('SIGTERM');
    service.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function both(bots: readonly Bot[], serviceUrl: string): Promise<number[]> {
  const times = [];
  for (const { url } of bots) times.push(await asked(url, serviceUrl));
  return times;
}

/** Nanoseconds until the bot has answered the turn, which is after it has posted its reply. */
async function asked(url: string, serviceUrl: string): Promise<number> {
  const body = JSON.stringify(messageTo(serviceUrl));
  const begin = performance.now();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return (performance.now() - begin) * 1e6;
}

const messageTo = (serviceUrl: string): object => ({
  type: 'message',
  id: crypto.randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  text: QUESTION,
  locale: 'en-GB',
  timestamp: new Date().toISOString(),
  from: { id: '29:asker', aadObjectId: caller.user, name: 'Alex Lind' },
  recipient: { id: '28:bot', name: 'Bot' },
  conversation: { id: 'a:bench', conversationType: 'personal', tenantId: caller.tenant },
  channelData: { tenant: { id: caller.tenant } },
});

/** Takes every reply, as the client's service does. */
async function startService(): Promise<{ url: string; received: () => number; close: () => void }> {
  let received = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'POST') received += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `reply-${received}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/service`, received: () => received, close: () => server.close() };
}

async function start(name: string, words: readonly string[], settings: Record<string, string>): Promise<Bot> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const address = /listens on (\S+?:\d+)/.exec(chunk.toString())?.[1];
      if (address !== undefined) resolve(`http://${address}`);
    });
  });
  return { name, url, process: child };
}

function told(times: readonly (readonly number[])[]): string {
  const [desk = [], echo = []] = [0, 1].map((bot) =>
    times.map((pair) => pair[bot] ?? Number.NaN).sort((a, b) => a - b),
  );
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return table([
    ['', 'desk', 'echo', 'desk / echo'],
    ...[0.5, 0.95].map((share) => [
      share === 0.5 ? 'median' : `${share * 100}th percentile`,
      duration(at(desk, share)),
      duration(at(echo, share)),
      (at(desk, share) / at(echo, share)).toFixed(2),
    ]),
  ]);
}
