// Takes the pictures of the README from the running desk:  npm run screenshot
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { openChat } from '../test/support/playground-page.ts';
import { startDesk } from '../test/support/running-desk.ts';

const target = join(import.meta.dirname, '../docs/images/response.png');
const [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
try {
  const chat = await openChat(browser, desk.url, { width: 1280, height: 1120 });
  // The log beside the chat is for developers; a reader wants to see the answer.
  await chat.page.getByText('Log Panel').locator('xpath=..').getByRole('button').last().click();
  await chat.say('How fast will you respond if our Azure SQL is down?');
  await chat.page.waitForTimeout(800);
  await chat.page.screenshot({ path: target });
  console.log(`wrote ${target}`);
} finally {
  await browser.close();
  await desk.stop();
}
