/** The Playground in a browser, as a person uses it: type, press, read the last card. */
import type { Browser, Locator, Page } from 'playwright-core';

export interface Chat {
  readonly page: Page;
  /** Types a message and waits for the card that answers it. */
  say(text: string): Promise<Locator>;
  /** Presses a button of the last card and waits until the last card holds the text. */
  press(button: string, then: string | RegExp): Promise<Locator>;
  /** The last card of the chat. */
  lastCard(): Locator;
}

const CARD = '.ac-adaptiveCard';
const WAIT = 20_000;

/** Opens the personal chat with the desk and waits for its greeting. */
export async function openChat(browser: Browser, url: string, viewport = { width: 1280, height: 1000 }): Promise<Chat> {
  const page = await browser.newPage({ viewport, timezoneId: 'Europe/Copenhagen', locale: 'en-GB' });
  await page.goto(url);
  const editor = page.locator('[data-lexical-editor]');
  await editor.waitFor({ timeout: WAIT });
  const cards = page.locator(CARD);
  await cards.first().waitFor({ timeout: WAIT });
  const lastCard = (): Locator => cards.last();

  return {
    page,
    lastCard,
    async say(text) {
      const before = await cards.count();
      await editor.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await cards.nth(before).waitFor({ timeout: WAIT });
      await lastCard().scrollIntoViewIfNeeded();
      return lastCard();
    },
    async press(button, then) {
      await lastCard().getByRole('button', { name: button, exact: true }).click();
      const answered = lastCard().filter({ hasText: then });
      await answered.waitFor({ timeout: WAIT });
      return answered;
    },
  };
}
