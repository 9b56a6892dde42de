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
  /** Waits until the newest card holds the text: something the desk says by itself. */
  waitFor(text: string | RegExp): Promise<Locator>;
}

const EDITOR = '[data-lexical-editor]';
const CARD = '.ac-adaptiveCard';
const WAIT = 20_000;

type Viewport = { readonly width: number; readonly height: number };
const usualViewport: Viewport = { width: 1280, height: 1000 };

/** Opens the personal chat with the desk and waits for its greeting. */
export async function openChat(browser: Browser, url: string, viewport = usualViewport): Promise<Chat> {
  const page = await openPage(browser, url, viewport);
  await page.locator(CARD).first().waitFor({ timeout: WAIT });
  return chatOn(page);
}

/** Opens the same chat on an empty page; the desk greets only once. */
export const reopenChat = async (browser: Browser, url: string, viewport = usualViewport): Promise<Chat> =>
  chatOn(await openPage(browser, url, viewport));

/** A channel of the team: posts stand beside one another, the newest above. */
export interface Channel {
  readonly page: Page;
  /** Waits for the card that holds all the texts. */
  card(...texts: readonly (string | RegExp)[]): Promise<Locator>;
  /** Presses a button of the card and waits until a card holds the text. */
  press(card: Locator, button: string, then: string | RegExp): Promise<Locator>;
}

/** Opens a channel of the team. */
export async function openChannel(browser: Browser, url: string, name: string): Promise<Channel> {
  const page = await openPage(browser, url, usualViewport);
  await page.getByText(name, { exact: true }).first().click();
  await page.getByText('Start a new post').waitFor({ timeout: WAIT });
  const card: Channel['card'] = async (...texts) => {
    const found = texts.reduce<Locator>((cards, hasText) => cards.filter({ hasText }), page.locator(CARD)).first();
    await found.waitFor({ timeout: WAIT });
    return found;
  };
  return {
    page,
    card,
    async press(pressed, button, then) {
      await pressed.getByRole('button', { name: button, exact: true }).click();
      return card(then);
    },
  };
}

async function openPage(browser: Browser, url: string, viewport: Viewport): Promise<Page> {
  const page = await browser.newPage({ viewport, timezoneId: 'Europe/Copenhagen', locale: 'en-GB' });
  await page.goto(url);
  await page.locator(EDITOR).waitFor({ timeout: WAIT });
  return page;
}

function chatOn(page: Page): Chat {
  const editor = page.locator(EDITOR);
  const cards = page.locator(CARD);
  const lastCard = (): Locator => cards.last();
  const holding = async (card: Locator, text: string | RegExp): Promise<Locator> => {
    const found = card.filter({ hasText: text });
    await found.waitFor({ timeout: WAIT });
    return found;
  };

  return {
    page,
    lastCard,
    waitFor: (text) => holding(lastCard(), text),
    async say(text) {
      const before = await cards.count();
      await editor.click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      await cards.nth(before).waitFor({ timeout: WAIT });
      await lastCard().scrollIntoViewIfNeeded();
      return lastCard();
    },
    async press(button, then) {
      await lastCard().getByRole('button', { name: button, exact: true }).click();
      return holding(lastCard(), then);
    },
  };
}
