import { describe, expect, test } from '@jest/globals';
import { inBrowser } from '../support/in-browser.ts';
import { type Chat, openChat } from '../support/playground-page.ts';

let chat: Chat;

inBrowser(async (browser, desk) => {
  chat = await openChat(browser, desk.url);
});

describe('the Playground, as npm start opens it for the sample administrator', () => {
  test('greets with what can be asked', async () => {
    expect(await chat.lastCard().textContent()).toContain('What is left');
  });

  test('"How fast will you respond if our Azure SQL is down?": 15 minutes, and the clause', async () => {
    const card = await chat.say('How fast will you respond if our Azure SQL is down?');
    const text = await card.textContent();
    expect(text).toContain('15 minutes');
    expect(text).toContain('Severity 1');
    expect(text).toContain('Azure Rapid Response');
    expect(text).toMatch(/Rests on: Annex A/);
  });

  test('shows what did not apply, and why, on request', async () => {
    await chat.press('What did not apply', 'Mission Critical Azure Platform');
    expect(await chat.lastCard().textContent()).toContain('not on your work order');
  });

  test('opens a severity A incident by the form', async () => {
    const form = await chat.say('Open an incident');
    const product = form.getByRole('combobox', { name: 'Product' });
    await product.click();
    await product.fill('SQL Database');
    await chat.page.getByRole('option', { name: 'Azure SQL Database' }).first().click();
    await form.getByText('A: a critical system is badly degraded').click();
    await form.getByLabel('What is wrong?').fill('Orders take a minute <b>each</b> and ${nothing} helps');
    const opened = await chat.press('Open the incident', /INC-\d{6}/);
    const text = await opened.textContent();
    expect(text).toContain('Azure SQL Database');
    expect(text).toContain('Orders take a minute <b>each</b> and ${nothing} helps');
  });

  test('lists it', async () => {
    const text = await (await chat.say('list my open incidents')).textContent();
    expect(text).toMatch(/INC-\d{6}/);
    expect(text).toContain('Azure SQL Database');
  });

  test('tells the credits that are left', async () => {
    const text = await (await chat.say('How many credits do we have left?')).textContent();
    expect(text).toContain('200 credits of 200 left');
    expect(text).toContain('40 credits of 40 left');
  });

  test('in the group chat answers when mentioned, and shows the answer to the one who asked', async () => {
    const { page } = chat;
    await page.getByText('Operations', { exact: true }).first().dispatchEvent('click');
    const cards = page.locator('.ac-adaptiveCard');
    const editor = page.locator('[data-lexical-editor]');
    await page.waitForFunction("document.querySelectorAll('.ac-adaptiveCard').length === 1");
    await editor.click();
    await page.keyboard.type('@');
    await page.getByText('Noah Berg', { exact: true }).last().waitFor();
    await page.getByText('Entitlement Desk', { exact: true }).last().click();
    await page.keyboard.type(' how many credits are left?');
    await page.keyboard.press('Enter');
    await cards.nth(1).waitFor();
    const neutral = await chat.lastCard().textContent();
    expect(neutral).toContain('For Alex Lind only');
    expect(neutral).not.toContain('credits');
    expect(await (await chat.press('Open', 'What is left')).textContent()).toContain('200 credits of 200 left');
    await page.getByText('Personal Chat', { exact: true }).first().dispatchEvent('click');
    await page.waitForFunction("document.querySelectorAll('.ac-adaptiveCard').length > 2");
  });

  test('answers nonsense with a card and goes on', async () => {
    const text = await (await chat.say('asdf qwrt zxcv')).textContent();
    expect(text).toMatch(/\w/);
    expect(await (await chat.say('help')).textContent()).toContain('What is left');
  });
});
