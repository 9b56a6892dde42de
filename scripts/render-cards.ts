// Shows every sample card as a client draws it: renders them with the adaptivecards library in headless Chromium,
// at the width of a phone and of a desktop, to .cache/cards/LANGUAGE-DEVICE-GROUP.png.
//   node scripts/run.cjs scripts/render-cards.ts [--unfold] [LANGUAGE] [GROUP or NAME of a card…]
import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { DeskLanguage } from '../knowledge/vocabulary.ts';
import { type SampleCard, sampleCards } from '../test/cards/samples/cards.ts';
import { openBrowser } from '../test/support/browser.ts';

const out = new URL('../.cache/cards/', import.meta.url);
const library = readFileSync(
  new URL('../node_modules/adaptivecards/dist/adaptivecards.min.js', import.meta.url),
  'utf8',
);
const words = process.argv.slice(2);
const unfold = words.includes('--unfold');
const [given = 'en', ...wanted] = words.filter((word) => word !== '--unfold');
const language = DeskLanguage.parse(given);

const devices = [
  { device: 'phone', width: 360, columns: 4 },
  { device: 'desktop', width: 620, columns: 2 },
] as const;

const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, Noto Sans, sans-serif',
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  containerStyles: Object.fromEntries(
    Object.entries({
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#ebf3fc',
      good: '#f1faf1',
      warning: '#fff9f0',
      attention: '#fdf3f4',
    }).map(([style, backgroundColor]) => [
      style,
      {
        backgroundColor,
        foregroundColors: {
          default: { default: '#242424', subtle: '#616161' },
          accent: { default: '#5b5fc7', subtle: '#5b5fc7' },
          good: { default: '#237b4b', subtle: '#237b4b' },
          warning: { default: '#835c00', subtle: '#835c00' },
          attention: { default: '#c4314b', subtle: '#c4314b' },
        },
      },
    ]),
  ),
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
};

const style = `body{margin:12px;background:#e8e8e8;font-family:'Segoe UI','Noto Sans',sans-serif}
figcaption{font:11px monospace;color:#888}.card{background:#fff;border-radius:8px;box-shadow:0 1px 4px #0003;margin-bottom:16px;overflow:hidden}
.ac-pushButton{border:1px solid #d1d1d1;border-radius:4px;background:#fff;padding:5px 12px;font:600 14px 'Segoe UI','Noto Sans',sans-serif}
.ac-actionSet,.ac-actionSet>div{flex-wrap:wrap!important;row-gap:6px}
.ac-pushButton.style-positive{background:#5b5fc7;color:#fff;border-color:#5b5fc7}
.ac-pushButton.style-destructive{color:#c4314b}
.ac-input{width:100%;box-sizing:border-box;padding:6px;border:1px solid #ccc;border-radius:4px;font:14px 'Segoe UI','Noto Sans',sans-serif}
input[type=radio]{width:auto!important}`;

const draw = ({ name, card }: SampleCard): string => `{
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
  card.parse(${JSON.stringify(card)});
  const frame = document.createElement('figure');
  frame.innerHTML = '<figcaption>${name}</figcaption><div class="card"></div>';
  frame.lastChild.appendChild(card.render());
  document.body.appendChild(frame);
}`;
/** Literal, as the cards promise: nothing in them is Markdown. */
const literal = `AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  result.didProcess = true;
};`;

async function picture(browser: Browser, group: string, cards: readonly SampleCard[]): Promise<void> {
  for (const { device, width, columns } of devices) {
    const room = Math.min(columns, cards.length) * (width + 16) + 24;
    const page = await browser.newPage({ viewport: { width: room, height: 400 } });
    const layout = `figure{width:${width}px;margin:0}body{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}`;
    await page.setContent(`<html><head><style>${style}${layout}</style></head><body></body></html>`);
    await page.addScriptTag({ content: library });
    await page.evaluate(literal);
    for (const card of cards) await page.evaluate(draw(card));
    if (unfold)
      await page.evaluate(`document.querySelectorAll('[id^=fold-]').forEach((fold) => { fold.style.display = '' })`);
    // As high as its picture, and drawn once so, before it is taken: Chromium takes no picture of a page that still grows.
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    await page.setViewportSize({ width: room, height });
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await page.screenshot({ path: new URL(`${language}-${device}-${group}.png`, out).pathname });
    await page.close();
  }
}

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
try {
  for (const [group, cards] of Object.entries(sampleCards(language))) {
    const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(group) || wanted.includes(name);
    const chosen = cards.filter(({ name }) => isWanted(name));
    if (chosen.length > 0) await picture(browser, group, chosen);
    console.log(`${group}: ${chosen.length} of ${cards.length} cards`);
  }
} finally {
  await browser.close();
}
console.log(`in ${out.pathname}`);
