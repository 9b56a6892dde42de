import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Channel, type Chat, openChannel, openChat } from '../support/playground-page.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';

let desk: RunningDesk;
let browser: Browser;
let contact: Chat;
let engineer: Channel;
let incident: string;

/** Set to a folder, each step leaves a picture of both pages there to be looked at. */
const pictures = process.env.E2E_PICTURES;

async function picture(step: string): Promise<void> {
  if (pictures === undefined) return;
  await contact.page.screenshot({ path: `${pictures}/${step}-contact.png` });
  await engineer.page.screenshot({ path: `${pictures}/${step}-engineer.png` });
}

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk('--as', 'engineer'), openBrowser()]);
  contact = await openChat(browser, desk.url);
  engineer = await openChannel(browser, desk.engineerUrl, 'Incidents');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

describe('an incident, seen by the contact in a chat and by an engineer in the channel of the team', () => {
  test('the contact opens it by conversation', async () => {
    const card = await contact.say('Open a severity A incident: Azure SQL Database is slow in Copenhagen');
    const text = (await card.textContent()) ?? '';
    incident = /INC-\d{6}/.exec(text)?.[0] ?? '';
    expect(incident).not.toBe('');
    expect(text).toContain('Rapid response');
  });

  test('its card comes to the channel, without the words of the customer', async () => {
    const text = await (await engineer.card(incident)).textContent();
    expect(text).toContain('Severity A');
    expect(text).not.toContain('is slow');
    await picture('1-opened');
  });

  test('the engineer acknowledges it there', async () => {
    const shown = await engineer.press(await engineer.card(incident), 'Show', 'is slow in Copenhagen');
    const card = await engineer.press(shown, 'Acknowledge', 'Acknowledged');
    expect(await card.textContent()).toContain(incident);
  });

  test('the contact is told who did, and when', async () => {
    const news = await contact.waitFor('Ida Brandt');
    expect(await news.textContent()).toMatch(new RegExp(`${incident}.*Acknowledged.*Ida Brandt`));
    await picture('2-acknowledged');
  });

  test('the contact asks for severity 1, and the channel is told', async () => {
    const card = await contact.say(`Please raise ${incident} to severity 1, nothing works any more`);
    expect(await card.textContent()).toContain('Severity 1 is asked for');
    const told = await engineer.card('Severity 1 is asked for');
    expect(await told.textContent()).toContain('Alex Lind');
    await picture('3-asked');
  });

  test('the engineer accepts it, and the contact is told', async () => {
    const told = await engineer.card('Severity 1 is asked for');
    const shown = await engineer.press(told, 'Show', 'is slow in Copenhagen');
    await picture('4-shown');
    const form = await engineer.press(shown, 'Set severity', /A: /);
    await form.getByText(/^1:/).click();
    await picture('4-form');
    const news = await contact.waitFor('Severity 1 holds from now on');
    expect(await news.textContent()).toContain('Ida Brandt');
    await picture('4-accepted');
  });

  test('the engineer resolves it, and the contact is told', async () => {
    const accepted = await engineer.card(incident, 'Severity 1 holds from now on');
    await engineer.press(accepted, 'Resolved', 'Resolved');
    const news = contact.page
      .locator('.ac-adaptiveCard')
      .filter({ hasText: /Resolved/ })
      .last();
    await news.waitFor();
    expect(await news.textContent()).toMatch(new RegExp(`${incident}.*Resolved.*Ida Brandt`));
    await picture('5-resolved');
  });

  test('the contact is asked how it was, and says so', async () => {
    const asked = await contact.waitFor('How was it');
    expect(await asked.textContent()).toContain(incident);
    const thanks = await contact.say('5 out of 5: quick help');
    expect(await thanks.textContent()).toContain('Thank you');
    await picture('6-surveyed');
  });
});
