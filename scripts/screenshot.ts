// Takes the pictures of the README from the running desk:  npm run screenshot
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { type Chat, openChat } from '../test/support/playground-page.ts';
import { startDesk } from '../test/support/running-desk.ts';

const pictures: Readonly<Record<string, readonly string[]>> = {
  response: ['How fast will you respond if our Azure SQL is down?'],
  incident: ['Azure SQL Database in Copenhagen is down, nobody can place an order', 'yes'],
  balance: ['Exchange 30 credits from Copenhagen to Lyon', 'yes', 'What is left?'],
};

async function take(chat: Chat, name: string, said: readonly string[]): Promise<void> {
  for (const text of said) await chat.say(text);
  await chat.page.waitForTimeout(800);
  const path = join(import.meta.dirname, `../docs/images/${name}.png`);
  if (name === 'response') await chat.page.screenshot({ path });
  else await cardAlone(chat, path);
  console.log(`wrote ${path}`);
}

/** The page is made high enough for the whole card, so that its top bar covers none of it. */
async function cardAlone(chat: Chat, path: string): Promise<void> {
  await chat.page.setViewportSize({ width: 1280, height: 1700 });
  await chat.page.waitForTimeout(500);
  await chat.lastCard().screenshot({ path });
}

const [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
try {
  const chat = await openChat(browser, desk.url, { width: 1280, height: 1120 });
  // The log beside the chat is for developers; a reader wants to see the answer.
  await chat.page.getByText('Log Panel').locator('xpath=..').getByRole('button').last().click();
  for (const [name, said] of Object.entries(pictures)) await take(chat, name, said);
} finally {
  await browser.close();
  await desk.stop();
}
