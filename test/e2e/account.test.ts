import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Locator } from 'playwright-core';
import { inBrowser, picture } from '../support/in-browser.ts';
import { type Chat, openChat } from '../support/playground-page.ts';

let chat: Chat;
let booking: string;

/** A day as people write it, so many days from today in Copenhagen. */
const inDays = (days: number): string =>
  DateTime.now().setZone('Europe/Copenhagen').plus({ days }).setLocale('en-GB').toFormat('d MMMM yyyy');

const textOf = async (card: Locator): Promise<string> => (await card.textContent()) ?? '';
const agree = (then: string | RegExp): Promise<Locator> => chat.press('Yes, do it', then);

inBrowser(async (browser, desk) => {
  chat = await openChat(browser, desk.url);
});

describe('an administrator looks after the account by conversation', () => {
  test('sees the balance as a picture, with its figures in words', async () => {
    const card = await chat.say('How many credits do we have left?');
    expect(await textOf(card)).toMatch(/200 credits of 200 left/);
    const bar = card.getByRole('img', { name: /left 200/ }).first();
    await bar.waitFor();
    expect((await bar.boundingBox())?.width).toBeGreaterThan(100);
    await picture(chat.page, 'account-1-balance');
  });

  test('exchanges credits after a yes to the figures', async () => {
    const quote = await textOf(await chat.say('Exchange 10 credits from Copenhagen to Lyon'));
    expect(quote).toContain('10 × €100 ÷ €80');
    await picture(chat.page, 'account-2-exchange-quote');
    const receipt = await agree('Done');
    expect(await textOf(receipt)).toContain('13 credits');
    await picture(chat.page, 'account-2-exchange-receipt');
  });

  test('books a workshop out of the credits', async () => {
    const quote = await textOf(await chat.say(`Book a workshop in Copenhagen on ${inDays(30)}`));
    expect(quote).toContain('20 credits');
    await picture(chat.page, 'account-3-book-quote');
    const receipt = await textOf(await agree(/BK-\d{6}/));
    booking = /BK-\d{6}/.exec(receipt)?.[0] ?? '';
    expect(receipt).toContain(inDays(30));
    await picture(chat.page, 'account-3-book-receipt');
  });

  test('moves it by its number, free of charge in time', async () => {
    const quote = await textOf(await chat.say(`Move ${booking} to ${inDays(10)}`));
    expect(quote).toContain(inDays(30));
    expect(quote).toContain(inDays(10));
    expect(quote).toMatch(/Fee\s*0%/);
    await picture(chat.page, 'account-4-move-quote');
    expect(await textOf(await agree('Done'))).toContain(inDays(10));
    await picture(chat.page, 'account-4-move-receipt');
  });

  test('cancels it with the fee that was quoted, and is told what comes back', async () => {
    const quote = await textOf(await chat.say(`Cancel ${booking}`));
    expect(quote).toMatch(/Fee\s*50% = 10 credits/);
    await picture(chat.page, 'account-5-cancel-quote');
    expect(await textOf(await agree('Done'))).toMatch(/Back to you\s*10 credits/);
    await picture(chat.page, 'account-5-cancel-receipt');
  });

  test('sees where it is heading, and all of it in the statement', async () => {
    const forecast = await textOf(await chat.say('Will our credits last until the end of the term?'));
    expect(forecast).toContain('An estimate');
    expect(forecast).toMatch(/10 credits used in \d+ days/);
    await picture(chat.page, 'account-6-forecast');
    const statement = await textOf(await chat.say('Show the statement'));
    for (const entry of ['Cancellation', 'Moved to another day', 'Booking']) expect(statement).toContain(entry);
    await picture(chat.page, 'account-6-statement');
  });
});
