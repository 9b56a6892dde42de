import { describe, expect, test } from '@jest/globals';
import { dialIn, smallTalkIn } from '../../../bot/dialogs/small-talk.ts';
import type { DeskLanguage } from '../../../knowledge/vocabulary.ts';
import type { SmallTalk } from '../../../src/command/contract.ts';
import { openTestDesk } from '../../support/desk.ts';

const said: readonly (readonly [DeskLanguage, string, SmallTalk])[] = [
  ['en', 'Good morning everyone', 'greeting'],
  ['en', 'thank you so much for your help', 'thanks'],
  ['en', 'see you tomorrow', 'goodbye'],
  ['en', 'are you a robot?', 'who'],
  ['en', 'you are so stupid', 'insult'],
  ['en', 'I want to speak to a human', 'person'],
  ['en', 'tell me a joke', 'off-topic'],
  ['en', 'somebody is hurt, what do I do?', 'emergency'],
  ['da', 'Godmorgen', 'greeting'],
  ['da', 'tusind tak for hjælpen', 'thanks'],
  ['da', 'vi ses', 'goodbye'],
  ['da', 'hvem er du?', 'who'],
  ['da', 'du er ubrugelig', 'insult'],
  ['da', 'jeg vil tale med et menneske', 'person'],
  ['da', 'Hvordan bliver vejret i morgen?', 'off-topic'],
  ['da', 'det brænder i serverrummet', 'emergency'],
  ['fr', 'Bonjour à tous', 'greeting'],
  ['fr', 'merci beaucoup', 'thanks'],
  ['fr', 'bonne journée', 'goodbye'],
  ['fr', 'qui êtes-vous ?', 'who'],
  ['fr', 'tu es nul', 'insult'],
  ['fr', 'je veux parler à un humain', 'person'],
  ['fr', 'donne-moi une recette de crêpes', 'off-topic'],
  ['fr', 'il y a le feu au bureau', 'emergency'],
  ['sq', 'Mirëdita', 'greeting'],
  ['sq', 'shumë faleminderit', 'thanks'],
  ['sq', 'mirupafshim', 'goodbye'],
  ['sq', 'kush je ti?', 'who'],
  ['sq', 'je budalla', 'insult'],
  ['sq', 'dua të flas me një njeri', 'person'],
  ['sq', 'Sa kushton një kafe në Tiranë?', 'off-topic'],
  ['sq', 'ka zjarr në ndërtesë', 'emergency'],
  ['kk', 'Сәлеметсіз бе', 'greeting'],
  ['kk', 'көп рахмет', 'thanks'],
  ['kk', 'сау болыңыз', 'goodbye'],
  ['kk', 'сен кімсің?', 'who'],
  ['kk', 'сен ақымақсың', 'insult'],
  ['kk', 'тірі адаммен сөйлескім келеді', 'person'],
  ['kk', 'Алматыда ауа райы қандай?', 'off-topic'],
  ['kk', 'кеңседе өрт шықты', 'emergency'],
  ['zh-Hant', '你好', 'greeting'],
  ['zh-Hant', '謝謝你的幫忙', 'thanks'],
  ['zh-Hant', '再見', 'goodbye'],
  ['zh-Hant', '你是誰？', 'who'],
  ['zh-Hant', '你真沒用', 'insult'],
  ['zh-Hant', '我要找真人', 'person'],
  ['zh-Hant', '今天天氣怎麼樣？', 'off-topic'],
  ['zh-Hant', '機房起火了', 'emergency'],
];

describe('what is said beside the point', () => {
  test.each(said)('%s: %s', (language, text, kind) => {
    expect(smallTalkIn(text, language)?.kind).toBe(kind);
  });

  test('is alone where nothing else is said', () => {
    expect(smallTalkIn('thanks, that is great', 'en')).toMatchObject({ alone: true });
    expect(smallTalkIn('hello, our database is gone', 'en')).toMatchObject({ alone: false });
  });

  test.each([
    'fire an alert when CPU is high',
    'Azure Firewall drops packets',
    'the heart of our ERP',
    'police database',
  ])('"%s" is no emergency', (text) => {
    expect(smallTalkIn(text, 'en')?.kind).not.toBe('emergency');
  });

  test.each(said)('%s: the desk answers %s kindly, and does nothing', async (locale, text, kind) => {
    const { say } = await openTestDesk();
    const answer = await say(text, { locale });
    expect(answer).toMatchObject({ language: locale, facts: { smallTalk: kind } });
    expect(answer.command).toBe(kind === 'off-topic' ? '' : 'help');
    expect(answer.text.length).toBeLessThan(400);
    if (kind === 'emergency') expect(answer.text).toContain('112');
    if (kind === 'person') expect(answer.text).toContain('chloe.martin@fjord.example');
  });

  test.each([
    ['en', 'hi, how many credits are left?'],
    ['da', 'Hej, hvor mange credits har vi tilbage?'],
    ['fr', 'Bonjour, combien de crédits reste-t-il ?'],
    ['sq', 'Përshëndetje, sa kredite na kanë mbetur?'],
    ['kk', 'Сәлеметсіз бе, қанша кредит қалды?'],
    ['zh-Hant', '你好，我們還剩多少點數？'],
  ])('%s: a greeting and a question is the question', async (locale, text) => {
    const { say } = await openTestDesk();
    expect(await say(text, { locale })).toMatchObject({ command: 'balance.show', status: 'answered' });
  });

  test('an emergency and an order: whom to call first, then the order', async () => {
    const { say } = await openTestDesk();
    const answer = await say('there is a fire in the server room, open a severity 1 incident for Azure SQL in Denmark');
    expect(answer).toMatchObject({ facts: { smallTalk: 'emergency' }, also: [{ command: 'incident.open' }] });
  });
});

describe('whom to call', () => {
  test.each([
    ['DK', 'fire', ['112']],
    ['FR', 'medical', ['112', '15']],
    ['TW', 'fire', ['119']],
    ['US', 'police', ['911']],
    ['ZZ', 'fire', ['112']],
  ] as const)('in %s for %s', (country, emergency, numbers) => {
    expect(dialIn([country, country], emergency)).toEqual([{ country, numbers }]);
  });
});

test.each([
  ['bonjour', 'fr'],
  ['goddag', 'da'],
  ['faleminderit', 'sq'],
  ['сәлем', 'kk'],
  ['你好', 'zh-Hant'],
  ['hello', 'en'],
])('%s is answered in its language, whatever the client speaks', async (text, language) => {
  const { say } = await openTestDesk();
  expect(await say(text, { locale: 'en-GB' })).toMatchObject({ language, facts: { smallTalk: expect.any(String) } });
});
