/** Runs the Microsoft 365 Agents Playground beside the desk: a Teams-like client in the browser, with no account. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../src/result.ts';
import { openBrowser } from './browser.ts';
import { type PlaygroundPeople, playgroundFile } from './people.ts';

export interface PlaygroundOptions {
  /** Where the desk listens, such as `http://127.0.0.1:3978`. */
  readonly desk: string;
  readonly people: PlaygroundPeople;
  /** A free port is taken instead when this one is in use. */
  readonly port?: number;
  /** Whether to open the machine's browser; see `mayOpenBrowser`. */
  readonly openBrowser: boolean;
}

export interface Playground {
  /** Where the page is. */
  readonly url: string;
  readonly port: number;
  /** Adds the desk to a conversation, as opening it in the page does; without the page nothing shows it otherwise. */
  enter(conversation: string): Promise<void>;
  /** Ends the process and removes what it wrote. */
  stop(): Promise<void>;
}

const usualPort = 56150;
const logName = 'playground.log';
const startLimitMs = 30_000;

/** Starts the playground and resolves when it serves its page; fails in words when it is not installed or does not start. */
export async function startPlayground(options: PlaygroundOptions): Promise<Result<Playground, string>> {
  const program = findProgram();
  if (!program) return fail('The playground is not installed; run npm install with development packages.');
  const port = await freePort(options.port ?? usualPort);
  const directory = await mkdtemp(join(tmpdir(), 'desk-playground-'));
  const configuration = join(directory, 'people.yml');
  await writeFile(configuration, playgroundFile(options.people));
  const child = launch(program, { ...options, port, directory, configuration });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(directory, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  if (await serves(child, url)) {
    if (options.openBrowser) openBrowser(url);
    return ok({ url, port, stop, enter: (conversation) => enter(url, conversation) });
  }
  const reason = await reasonIn(join(directory, logName));
  await stop();
  return fail(`The playground did not serve ${url}: ${reason}`);
}

async function enter(url: string, conversation: string): Promise<void> {
  await fetch(`${url}/_debug/conversation/${encodeURIComponent(conversation)}/installation`, { method: 'POST' });
}

/** The playground's own word for why it did not start. */
async function reasonIn(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return /^error Reason: (.*)$/m.exec(text)?.[1] ?? `nothing came within ${startLimitMs / 1000} seconds`;
}

interface Launch extends PlaygroundOptions {
  readonly port: number;
  readonly directory: string;
  readonly configuration: string;
}

/** The playground dies where it finds no browser to open, so it is never told to. */
function launch(program: string, { desk, port, directory, configuration }: Launch): ChildProcess {
  const preload = new URL('child.ts', import.meta.url).href;
  const words = [
    ...['-e', `${desk}/api/messages`, '-c', 'msteams', '-p', String(port)],
    ...['--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry'],
  ];
  return spawn(process.execPath, ['--import', preload, program, ...words], {
    cwd: directory,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      SEND_INSTALLATION_ACTIVITY: 'true',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(directory, logName),
      TEAMSAPPTESTER_BROWSER: 'none',
    },
  });
}

function findProgram(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return undefined;
  }
}

/** The port if nobody listens on it, else one that is free. */
async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

async function serves(child: ChildProcess, url: string): Promise<boolean> {
  const until = Date.now() + startLimitMs;
  while (Date.now() < until && isRunning(child)) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await pause(50);
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  child.kill();
  await once(child, 'exit');
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;
