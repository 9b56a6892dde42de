/** The desk as `npm start` runs it, on free ports and over a folder of its own, with the Playground beside it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const READY_WITHIN = 60_000;

export interface RunningDesk {
  /** The Playground's page. */
  readonly url: string;
  /** The engineer's, with `--as engineer`; else the same. */
  readonly engineerUrl: string;
  stop(): Promise<void>;
}

/** Starts it and resolves when it has printed what to open; rejects with what it printed when it does not. */
export async function startDesk(...words: readonly string[]): Promise<RunningDesk> {
  const data = await mkdtemp(join(tmpdir(), 'desk-e2e-'));
  const env = { ...process.env, PORT: '0', DESK_DATA: data, DESK_NO_BROWSER: '1', NODE_ENV: 'test' };
  const child = spawn(process.execPath, ['bot/main.ts', '--playground', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { url, engineerUrl } = await printedUrls(child);
  return {
    url,
    engineerUrl,
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

function printedUrls(child: ChildProcess): Promise<Pick<RunningDesk, 'url' | 'engineerUrl'>> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const give = (why: string): void => reject(new Error(`${why}:\n${printed}`));
    const timer = setTimeout(() => give('the desk was not ready in time'), READY_WITHIN);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const urls = [...printed.matchAll(/Open\s+(http:\/\/\S+)/g)].flatMap(([, found]) => found ?? []);
      const [url] = urls;
      if (url === undefined || !printed.includes('Ctrl+C')) return;
      clearTimeout(timer);
      resolve({ url, engineerUrl: urls[1] ?? url });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`the desk ended with ${code}`);
    });
  });
}
