/** A conversation in each of the six languages, in the browser: a question, what follows it, a form, a confirmation. */
import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { say, strings } from '../../cards/strings.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { inBrowser, picture } from '../support/in-browser.ts';
import { type Chat, openChat } from '../support/playground-page.ts';

interface Conversation {
  readonly question: string;
  readonly followUp: string;
  readonly order: string;
  readonly interruption: string;
  readonly answers: readonly [severity: string, summary: string];
  readonly close: string;
}

const conversations: Readonly<Record<DeskLanguage, Conversation>> = {
  en: {
    question: 'How fast do you respond if our Azure SQL is down?',
    followUp: 'And for severity B?',
    order: 'Open an incident for Exchange Online',
    interruption: 'wait, how many hours do we have left?',
    answers: ['severity C', 'shared calendars are out of date'],
    close: 'close the incident',
  },
  da: {
    question: 'Hvor hurtigt svarer I, hvis vores Azure SQL er nede?',
    followUp: 'Og for alvorsgrad B?',
    order: 'Opret en sag på Exchange Online',
    interruption: 'vent, hvor mange timer har vi tilbage?',
    answers: ['alvorsgrad C', 'delte kalendere opdateres ikke'],
    close: 'luk sagen',
  },
  fr: {
    question: 'En combien de temps répondez-vous si notre Azure SQL est en panne ?',
    followUp: 'Et pour la gravité B ?',
    order: 'Ouvre un incident sur Exchange Online',
    interruption: 'attendez, combien d’heures nous reste-t-il ?',
    answers: ['gravité C', 'les agendas partagés ne se mettent plus à jour'],
    close: 'ferme l’incident',
  },
  sq: {
    question: 'Sa shpejt përgjigjeni për rëndësinë 1 në Azure SQL?',
    followUp: 'Po për rëndësinë B?',
    order: 'Hap një incident për Exchange Online',
    interruption: 'prisni, sa orë na kanë mbetur?',
    answers: ['rëndësia C', 'kalendarët e përbashkët nuk përditësohen'],
    close: 'mbylle incidentin',
  },
  kk: {
    question: 'Azure SQL істен шықса, қаншалықты тез жауап бересіздер?',
    followUp: 'Ал B деңгейі үшін?',
    order: 'Exchange Online бойынша оқиға ашыңыз',
    interruption: 'күте тұрыңыз, қанша сағат қалды?',
    answers: ['C деңгейі', 'ортақ күнтізбелер жаңармай тұр'],
    close: 'оқиғаны жабыңыз',
  },
  'zh-Hant': {
    question: '我們的 Azure SQL 停擺的話，你們多快回應？',
    followUp: '那嚴重性 B 呢？',
    order: '為 Exchange Online 開立事件',
    interruption: '等一下，我們還剩多少小時？',
    answers: ['嚴重性 C', '共用行事曆沒有更新'],
    close: '關閉這個事件',
  },
};

let chat: Chat;

inBrowser(async (browser, desk) => {
  chat = await openChat(browser, desk.url, { width: 1000, height: 1400 });
});

describe.each(Object.entries(conversations))('%s', (name, spoken) => {
  const language = name as DeskLanguage;
  const expectOwn = async (card: Locator, step: string): Promise<string> => {
    const text = (await card.textContent()) ?? '';
    expect(englishIn(text, language)).toEqual([]);
    expect(await cutOff(card)).toEqual([]);
    await picture(card, `${language}-${step}`);
    return text;
  };

  test('a question and what follows it', async () => {
    const first = await expectOwn(await chat.say(spoken.question), 'question');
    expect(first).toContain(say(language, 'severity.label', { severity: '1' }));
    const second = await expectOwn(await chat.say(spoken.followUp), 'follow-up');
    expect(second).toContain(say(language, 'severity.label', { severity: 'B' }));
  });

  test('a form, an interruption, free text for what is missing', async () => {
    const form = await expectOwn(await chat.say(spoken.order), 'form');
    expect(form).toContain(strings[language]['command.incident.open']);
    const between = await expectOwn(await chat.say(spoken.interruption), 'interruption');
    expect(between).toContain(strings[language]['still-open.continue']);
    await chat.say(spoken.answers[0]);
    const opened = await expectOwn(await chat.say(spoken.answers[1]), 'opened');
    expect(opened).toMatch(/INC-\d{6}/);
    expect(opened).toContain(spoken.answers[1]);
  });

  test('a confirmation, and the yes', async () => {
    await expectOwn(await chat.say(spoken.close), 'confirmation');
    const closed = await chat.press(strings[language]['confirm.yes'], strings[language]['state.closed']);
    await expectOwn(closed, 'closed');
  });
});

/** English messages of two words or more that stand on the card, but for those that are the language's own too. */
function englishIn(text: string, language: DeskLanguage): string[] {
  if (language === 'en') return [];
  const own = new Set(Object.values(strings[language]));
  return Object.values(strings.en).filter(
    (message) => /^\w+ \w+/.test(message) && !message.includes('{') && !own.has(message) && text.includes(message),
  );
}

/** The texts of the card that are wider than the place they have. */
const cutOff = (card: Locator): Promise<string[]> =>
  card.evaluate((element) =>
    [...element.querySelectorAll('button, p, span, .ac-textBlock, .ac-richTextBlock')]
      .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
      .map((node) => node.textContent ?? ''),
  );
