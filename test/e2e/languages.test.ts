/** A conversation in each of the six languages, in the browser: a question, what follows it, a form, a confirmation. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type StringKey, say, strings } from '../../cards/strings.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { inBrowser, picture } from '../support/in-browser.ts';
import { type Chat, openChat, reopenChat } from '../support/playground-page.ts';

interface Conversation {
  readonly question: string;
  readonly followUp: string;
  readonly order: string;
  readonly interruption: string;
  readonly answers: readonly [severity: string, summary: string];
  readonly close: string;
  /** Told in half a sentence, put right twice, left for a question and come back to, opened, raised and thanked for. */
  readonly trouble: Trouble;
}

interface Trouble {
  readonly letter: string;
  readonly told: string;
  readonly place: string;
  readonly severity: string;
  readonly balance: string;
  readonly back: string;
  readonly worse: string;
  readonly cause: string;
  readonly thanks: string;
}

const conversations: Readonly<Record<DeskLanguage, Conversation>> = {
  en: {
    question: 'How fast do you respond if our Azure SQL is down?',
    followUp: 'And for severity B?',
    order: 'Open an incident for Exchange Online',
    interruption: 'wait, how many hours do we have left?',
    answers: ['severity C', 'shared calendars are out of date'],
    close: 'close the incident',
    trouble: {
      letter: 'and for C?',
      told: 'our Exchange Online is half dead, people in Lyon can’t get mail',
      place: 'no wait, it’s Copenhagen',
      severity: 'actually make it severity B',
      balance: 'how many credits do we have left btw?',
      back: 'ok back to the incident',
      worse: 'it got much worse, please raise it to severity A',
      cause: 'I want to know the root cause of this',
      thanks: 'thanks a lot!',
    },
  },
  da: {
    question: 'Hvor hurtigt svarer I, hvis vores Azure SQL er nede?',
    followUp: 'Og for alvorsgrad B?',
    order: 'Opret en sag på Exchange Online',
    interruption: 'vent, hvor mange timer har vi tilbage?',
    answers: ['alvorsgrad C', 'delte kalendere opdateres ikke'],
    close: 'luk sagen',
    trouble: {
      letter: 'og for C?',
      told: 'Exchange Online er nede i Lyon, ingen kan få mails',
      place: 'nej vent, det er København',
      severity: 'lav det om til alvorsgrad B',
      balance: 'hvor mange kreditter har vi egentlig tilbage?',
      back: 'tilbage til sagen',
      worse: 'det er blevet værre, sæt den op til alvorsgrad A',
      cause: 'jeg vil gerne kende den grundlæggende årsag',
      thanks: 'tusind tak!',
    },
  },
  fr: {
    question: 'En combien de temps répondez-vous si notre Azure SQL est en panne ?',
    followUp: 'Et pour la gravité B ?',
    order: 'Ouvre un incident sur Exchange Online',
    interruption: 'attendez, combien d’heures nous reste-t-il ?',
    answers: ['gravité C', 'les agendas partagés ne se mettent plus à jour'],
    close: 'ferme l’incident',
    trouble: {
      letter: 'et pour la C ?',
      told: 'la messagerie Exchange Online est tombée à Lyon, plus personne ne reçoit rien',
      place: 'non, c’est à Copenhague en fait',
      severity: 'mettez plutôt gravité B',
      balance: 'il nous reste combien de crédits au fait ?',
      back: 'revenons à l’incident',
      worse: 'ça empire, passez-le en gravité A',
      cause: 'je voudrais connaître la cause première',
      thanks: 'merci beaucoup !',
    },
  },
  sq: {
    question: 'Sa shpejt përgjigjeni për rëndësinë 1 në Azure SQL?',
    followUp: 'Po për rëndësinë B?',
    order: 'Hap një incident për Exchange Online',
    interruption: 'prisni, sa orë na kanë mbetur?',
    answers: ['rëndësia C', 'kalendarët e përbashkët nuk përditësohen'],
    close: 'mbylle incidentin',
    trouble: {
      letter: 'po për C?',
      told: 'Exchange Online ka rënë në Lyon, askush nuk merr email',
      place: 'jo prit, është në Kopenhagë',
      severity: 'bëje rëndësi B',
      balance: 'sa kredite na kanë mbetur?',
      back: 'të kthehemi te incidenti',
      worse: 'u përkeqësua, ngrije në rëndësinë A',
      cause: 'kërko analizën e shkakut rrënjësor',
      thanks: 'faleminderit shumë!',
    },
  },
  kk: {
    question: 'Azure SQL істен шықса, қаншалықты тез жауап бересіздер?',
    followUp: 'Ал B деңгейі үшін?',
    order: 'Exchange Online бойынша оқиға ашыңыз',
    interruption: 'күте тұрыңыз, қанша сағат қалды?',
    answers: ['C деңгейі', 'ортақ күнтізбелер жаңармай тұр'],
    close: 'оқиғаны жабыңыз',
    trouble: {
      letter: 'ал C ше?',
      told: 'Лионда Exchange Online істен шықты, ешкім пошта ала алмай отыр',
      place: 'жоқ, Копенгагенде екен',
      severity: 'B деңгейіне өзгертіңіз',
      balance: 'қанша кредит қалды?',
      back: 'оқиғаға қайта оралайық',
      worse: 'жағдай нашарлап кетті, A деңгейіне көтеріңіз',
      cause: 'түпкі себебін білгім келеді',
      thanks: 'көп рақмет!',
    },
  },
  'zh-Hant': {
    question: '我們的 Azure SQL 停擺的話，你們多快回應？',
    followUp: '那嚴重性 B 呢？',
    order: '為 Exchange Online 開立事件',
    interruption: '等一下，我們還剩多少小時？',
    answers: ['嚴重性 C', '共用行事曆沒有更新'],
    close: '關閉這個事件',
    trouble: {
      letter: '那 C 呢？',
      told: '里昂的 Exchange Online 停擺了，大家都收不到信',
      place: '不對，是哥本哈根',
      severity: '改成嚴重性 B',
      balance: '對了，我們還剩多少點數？',
      back: '回到剛才的事件',
      worse: '情況變糟了，請升到嚴重性 A',
      cause: '我想知道根本原因',
      thanks: '非常感謝！',
    },
  },
};

let chat: Chat;
/** A page of its own for each language: a chat grows slower with every card that stands in it. */
let openPage: () => Promise<Chat>;

inBrowser(async (browser, desk) => {
  const viewport = { width: 1000, height: 1400 };
  const greeted = await openChat(browser, desk.url, viewport);
  await greeted.page.close();
  openPage = () => reopenChat(browser, desk.url, viewport);
});

describe.each(Object.entries(conversations))('%s', (name, spoken) => {
  const language = name as DeskLanguage;
  beforeAll(async () => {
    chat = await openPage();
  });
  afterAll(() => chat.page.close());
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

  test('a breakdown in half a sentence, put right, left and come back to, opened after the yes', async () => {
    const { trouble } = spoken;
    const own = (key: StringKey, args = {}): string => say(language, key, args);
    const proposed = (severity: string): string[] => [own('proposal.kicker'), own('severity.label', { severity })];
    const expectIn = async (text: string, step: string, ...parts: readonly string[]): Promise<void> => {
      const shown = await expectOwn(await chat.say(text), step);
      for (const part of parts) expect(shown).toContain(part);
    };
    await expectIn(trouble.letter, 'letter', own('severity.label', { severity: 'C' }));
    await expectIn(trouble.told, 'told', ...proposed('1'), 'Exchange Online', 'Lyon');
    await expectIn(trouble.place, 'place', ...proposed('1'), 'Copenhagen');
    await expectIn(trouble.severity, 'severity', ...proposed('B'), 'Copenhagen');
    await expectIn(trouble.balance, 'balance', '200', own('still-open.continue'));
    await expectIn(trouble.back, 'back', ...proposed('B'), 'Copenhagen');
    await expectOwn(await chat.press(own('proposal.yes'), /INC-\d{6}/), 'trouble-opened');
    await expectIn(
      trouble.worse,
      'worse',
      own('incident.severity-requested', { severity: own('severity.label', { severity: 'A' }) }),
    );
    await expectIn(trouble.cause, 'cause', own('because.not-purchased'));
    await expectIn(trouble.thanks, 'thanks', own('talk.thanks.title'));
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
