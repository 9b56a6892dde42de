/** A real browser that comes as an npm package: Chromium without a window. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** The package unpacks the libraries that Chromium needs only where it believes to run as this. */
const UNPACKING = { name: 'AWS_LAMBDA_JS_RUNTIME', value: 'nodejs22.x' };
const LIBRARIES = join(tmpdir(), 'al2023', 'lib');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-background-networking', '--disable-sync'];

/** Starts it; on a machine that lacks the libraries it needs, with those that the package brings along. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpacked();
  const launch = (env: Readonly<Record<string, string>>): Promise<Browser> =>
    playwright.launch({ executablePath, args: ARGUMENTS, headless: true, env: { ...definedOf(process.env), ...env } });
  try {
    return await launch({});
  } catch (error) {
    if (!String(error).includes('shared libraries') || !existsSync(LIBRARIES)) throw error;
    return launch({ LD_LIBRARY_PATH: LIBRARIES });
  }
}

async function unpacked(): Promise<string> {
  const before = process.env[UNPACKING.name];
  process.env[UNPACKING.name] = UNPACKING.value;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env[UNPACKING.name];
    else process.env[UNPACKING.name] = before;
  }
}

const definedOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
