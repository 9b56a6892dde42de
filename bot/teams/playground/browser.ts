import { spawn } from 'node:child_process';

/** Whether a browser may be opened: not when told otherwise, not in a test run, and not where nobody looks on. */
export function mayOpenBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { DESK_NO_BROWSER, CI, BROWSER } = environment;
  return isTerminal && !DESK_NO_BROWSER && !CI && BROWSER !== 'none';
}

/** Opens the machine's browser; where there is none, nothing happens. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...words] = commandOf(platform);
  if (program === undefined) return;
  const child = spawn(program, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function commandOf(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}
