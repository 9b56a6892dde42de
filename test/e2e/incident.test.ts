import { describe, expect, test } from '@jest/globals';
import { inBrowser, picture } from '../support/in-browser.ts';
import { type Channel, type Chat, openChannel, openChat } from '../support/playground-page.ts';

let contact: Chat;
let engineer: Channel;
let incident: string;

async function pictures(step: string): Promise<void> {
  await picture(contact.page, `${step}-contact`);
  await picture(engineer.page, `${step}-engineer`);
}

inBrowser(
  async (browser, desk) => {
    contact = await openChat(browser, desk.url);
    engineer = await openChannel(browser, desk.engineerUrl, 'Incidents');
  },
  '--as',
  'engineer',
);

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
    await pictures('1-opened');
  });

  test('the engineer acknowledges it there', async () => {
    const shown = await engineer.press(await engineer.card(incident), 'Show', 'is slow in Copenhagen');
    const card = await engineer.press(shown, 'Acknowledge', 'Acknowledged');
    expect(await card.textContent()).toContain(incident);
  });

  test('the contact is told who did, and when', async () => {
    const news = await contact.waitFor('Ida Brandt');
    expect(await news.textContent()).toMatch(new RegExp(`${incident}.*Acknowledged.*Ida Brandt`));
    await pictures('2-acknowledged');
  });

  test('the contact asks for severity 1, and the channel is told', async () => {
    const card = await contact.say(`Please raise ${incident} to severity 1, nothing works any more`);
    expect(await card.textContent()).toContain('Severity 1 is asked for');
    const told = await engineer.card('Severity 1 is asked for');
    expect(await told.textContent()).toContain('Alex Lind');
    await pictures('3-asked');
  });

  test('the engineer accepts it, and the contact is told', async () => {
    const told = await engineer.card('Severity 1 is asked for');
    const shown = await engineer.press(told, 'Show', 'is slow in Copenhagen');
    await pictures('4-shown');
    const form = await engineer.press(shown, 'Set severity', /A: /);
    await form.getByText(/^1:/).click();
    await pictures('4-form');
    const news = await contact.waitFor('Severity 1 holds from now on');
    expect(await news.textContent()).toContain('Ida Brandt');
    await pictures('4-accepted');
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
    await pictures('5-resolved');
  });

  test('the contact is asked how it was, and says so', async () => {
    const asked = await contact.waitFor('How was it');
    expect(await asked.textContent()).toContain(incident);
    const thanks = await contact.say('5 out of 5: quick help');
    expect(await thanks.textContent()).toContain('Thank you');
    await pictures('6-surveyed');
  });
});
