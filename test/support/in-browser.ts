/** The desk as `npm start` runs it, with a browser before it, for the tests of a file. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type RunningDesk, startDesk } from './running-desk.ts';

/** Long enough for both to start on a busy machine. */
const PATIENCE_MS = 120_000;

/** Starts both before the tests, the desk with the words, hands them over, and ends both after the tests. */
export function inBrowser(open: (browser: Browser, desk: RunningDesk) => Promise<void>, ...words: string[]): void {
  let desk: RunningDesk | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(...words), openBrowser()]);
    await open(browser, desk);
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
}

/** Where pictures go for somebody to look at; none are taken without it. */
const pictures = process.env.E2E_PICTURES;

/** A picture of the page or the card as it stands, where somebody has named a folder for them. */
export async function picture(shown: Page | Locator, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await shown.screenshot({ path: `${pictures}/${name}.png` });
}
