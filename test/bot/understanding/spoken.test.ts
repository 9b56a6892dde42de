import { describe, expect, test } from '@jest/globals';
import { context } from '../../../scripts/evaluation/judge.ts';
import { understander } from './reading.ts';

/** A Tuesday morning in Copenhagen: 2026-03-03, 10:00. */
const entities = (text: string, locale: string) => understander.understand(text, { ...context, locale }).entities;

describe('numbers in words', () => {
  test.each([
    ['en', 'fifty thousand of our flex allowance', 50_000],
    ['en', 'eight grand of flex', 8000],
    ['en', 'a hundred thousand of flex', 100_000],
    ['fr', 'vingt mille de flex', 20_000],
    ['fr', 'trente et un crédits', 31],
    ['fr', 'soixante-quinze crédits', 75],
    ['da', 'syv et halvt tusind i flex', 7500],
    ['da', 'femogtredive kreditter', 35],
    ['sq', 'njëzet e pesë kredite', 25],
    ['sq', 'shtatë mijë e pesëqind nga fleksi', 7500],
    ['kk', 'он бес мың доллар', 15_000],
    ['zh-Hant', '七千五百元', 7500],
    ['zh-Hant', '七千五的彈性額度', 7500],
    ['zh-Hant', '六萬 flex', 60_000],
  ])('%s: %s', (locale, text, value) => {
    expect(entities(text, locale).amounts.map((amount) => amount.value)).toContain(value);
  });
});

describe('hours', () => {
  test.each([
    ['en', 'half an hour of support assistance', 0.5],
    ['en', 'log an hour for INC-954415', 1],
    ['en', '3.5h architecture call', 3.5],
    ['fr', '1h15 en gestion du support réactif', 1.25],
    ['fr', "j'y ai passé 3 heures 30", 3.5],
    ['da', 'halvanden time problemløsning', 1.5],
    ['da', 'tre kvarter på INC-730145', 0.75],
    ['da', 'det tog 1½ time', 1.5],
    ['sq', 'gjysmë ore për mbështetje', 0.5],
    ['sq', 'dy orë e gjysmë të punuara', 2.5],
    ['kk', 'жарты сағат жұмсадым', 0.5],
    ['zh-Hant', '一點五小時', 1.5],
    ['zh-Hant', '半小時', 0.5],
  ])('%s: %s', (locale, text, value) => {
    const hours = entities(text, locale).amounts.filter(({ unit }) => unit === 'hours');
    expect(hours.map((amount) => amount.value)).toEqual([value]);
  });

  test("an incident's number counts none", () => {
    expect(entities('599142, 4h', 'en').amounts.filter(({ unit }) => unit === 'hours')).toMatchObject([{ value: 4 }]);
  });
});

describe('times as they are said', () => {
  test.each([
    ['en', 'at half past four this afternoon', '16:30'],
    ['en', 'on Friday at ten in the morning', '10:00'],
    ['en', 'tomorrow at 9', '9:00'],
    ['fr', 'vendredi dix heures', '10:00'],
    ['fr', 'à treize heures', '13:00'],
    ['da', 'kl. et', '1:00'],
    ['da', 'i morgen 8.15', '8:15'],
    ['da', 'klokken ti i aften', '22:00'],
    ['da', 'vender tilbage halv tre', '2:30'],
    ['sq', 'në orën gjashtë pasdite', '18:00'],
    ['sq', 'në 2 të natës', '2:00'],
    ['kk', 'кешкі алтыда', '18:00'],
    ['kk', 'ертең сағат он бесте', '15:00'],
    ['kk', 'түнгі сағат үште', '3:00'],
    ['zh-Hant', '明早九點', '9:00'],
    ['zh-Hant', '下午四點半', '16:30'],
  ])('%s: %s', (locale, text, time) => {
    const { hour, minute } = entities(text, locale).when.time ?? {};
    expect(`${hour}:${String(minute).padStart(2, '0')}`).toBe(time);
  });
});

describe('days', () => {
  test.each([
    ['en', 'the fifteenth of June', ['2026-06-15']],
    ['en', 'on the twenty ninth of May', ['2026-05-29']],
    ['en', 'the end of March', ['2026-03-31']],
    ['en', 'from 1 June and busy until the 5th', ['2026-06-01', '2026-06-05']],
    ['en', 'next Wednesday', ['2026-03-11']],
    ['fr', 'le onze mars', ['2026-03-11']],
    ['fr', 'mardi prochain', ['2026-03-10']],
    ['fr', "l'atelier du 12 mars, il faut le mettre au 26", ['2026-03-12', '2026-03-26']],
    ['da', 'den tolvte november', ['2026-11-12']],
    ['da', 'onsdag den 18.', ['2026-03-18']],
    ['da', 'begynder d. 1.4.', ['2026-04-01']],
    ['da', 'inden udgangen af marts', ['2026-03-31']],
    ['sq', 'më pesë mars', ['2026-03-05']],
    ['sq', 'deri më 20.03', ['2026-03-20']],
    ['kk', 'он екінші наурызда', ['2026-03-12']],
    ['kk', '30 мартқа', ['2026-03-30']],
    ['zh-Hant', '改到四月二十二', ['2026-04-22']],
    ['zh-Hant', '最晚 17 號給', ['2026-03-17']],
  ])('%s: %s', (locale, text, dates) => {
    expect(entities(text, locale).when.dates.map(({ date }) => date)).toEqual(dates);
  });

  test.each([
    ['en', 'the first to the seventh of July', '2026-07-01', '2026-07-07'],
    ['zh-Hant', '五月一到三號', '2026-05-01', '2026-05-03'],
    ['zh-Hant', '6 月 15、16 兩天', '2026-06-15', '2026-06-16'],
    ['da', 'fra mandag 21.9 til fredag 25.9', '2026-09-21', '2026-09-25'],
  ])('%s: from one to another: %s', (locale, text, start, end) => {
    expect(entities(text, locale).when.ranges).toMatchObject([{ start, end }]);
  });

  test.each([
    ['en', 'the ledger for Q4 last year', '2025-10-01', '2025-12-31'],
    ['da', '4. kvartal 2025', '2025-10-01', '2025-12-31'],
    ['fr', 'le quatrième trimestre 2025', '2025-10-01', '2025-12-31'],
    ['sq', 'tremujori i katërt 2025', '2025-10-01', '2025-12-31'],
    ['zh-Hant', '去年第四季', '2025-10-01', '2025-12-31'],
    ['en', 'Q1', '2026-01-01', '2026-03-31'],
  ])('%s: a quarter: %s', (locale, text, start, end) => {
    expect(entities(text, locale).when.quarter).toEqual({ start, end });
  });

  test.each([
    ['en', 'the next two quarters'],
    ['da', '3.5 timer'],
    ['en', 'version 2.1 of it'],
    ['fr', 'monte à 1'],
  ])('%s: none in "%s"', (locale, text) => {
    const { dates, ranges, quarter } = entities(text, locale).when;
    expect([...dates.filter(({ relative }) => !relative), ...ranges, quarter].filter(Boolean)).toEqual([]);
  });
});

describe('places', () => {
  test.each([
    ['en', 'the French agreement', ['fr']],
    ['en', 'move 3 credits dk -> fr', ['dk', 'fr']],
    ['en', 'please put Arben Hoxha on the list of contacts in tirana', ['al']],
    ['fr', 'les Américains ont encore des crédits', ['us']],
    ['da', 'franskmændene bruger for mange kreditter', ['fr']],
    ['sq', 'kreditet daneze', ['dk']],
    ['kk', 'француздардан 25 кредит', ['fr']],
    ['fr', 'Ajoute Claire Dubois (claire.dubois@chu-lyon.fr) aux contacts', []],
    ['en', 'answer in French please', []],
    ['en', 'that would be nice, Anna', []],
  ])('%s: %s', (locale, text, places) => {
    expect(entities(text, locale).places.map(({ location }) => location)).toEqual(places);
  });

  test.each([
    ['en', 'Boston is short by twelve credits. Take them from Taiwan please', 'tw', 'us'],
    ['en', 'can denmark nick two credits off tirana', 'al', 'dk'],
    ['en', 'to Copenhagen from Paris take 10 credits', 'fr', 'dk'],
    ['en', 'Transfer to Copenhagen 10 credits, from Paris please take them', 'fr', 'dk'],
    ['da', 'Må man rykke 100 kreditter over til os i Danmark fra USA?', 'us', 'dk'],
    ['fr', 'Paris est à sec, New York en a trop : quinze crédits', 'us', 'fr'],
    ['kk', 'Тайваньға Франциядан 15 кредит керек', 'fr', 'tw'],
    ['zh-Hant', '美國辦公室不夠用，先從台灣這邊挪 12 點過去', 'tw', 'us'],
  ])('%s: who gives and who takes: %s', (locale, text, from, to) => {
    const [reading] = understander
      .understand(text, { ...context, locale })
      .readings.filter(({ command }) => command === 'credits.exchange');
    expect(reading?.args).toMatchObject({ from, to });
  });
});

describe('levels', () => {
  test.each([
    ['en', 'inc 209945 should be a B, not a C', 'B'],
    ['en', '781150 should be a 1', '1'],
    ['da', 'sag 482761 kan godt sættes ned til b nu', 'B'],
    ['da', 'må vi bede om en B på 640218 i stedet for en C', 'B'],
    ['kk', 'INC-157745 В емес А болуы тиіс, өзгертіңіздер', 'A'],
    ['zh-Hant', '615233 掛A太誇張,換成 B 就好', 'B'],
  ])('%s: a change goes to one: %s', (locale, text, severity) => {
    const [reading] = understander
      .understand(text, { ...context, locale, speaker: 'customer' })
      .readings.filter(({ command }) => command === 'severity.request');
    expect(reading?.args).toMatchObject({ severity });
  });

  test('a 1 that counts something is none', () => {
    const [reading] = understander
      .understand('INC-209945 is more urgent than you think, please raise it: only 1 user can work', {
        ...context,
        locale: 'en',
        speaker: 'customer',
      })
      .readings.filter(({ command }) => command === 'severity.request');
    expect(reading?.args).not.toHaveProperty('severity');
  });

  test.each([
    ['en', 'A manager please'],
    ['en', 'WE HAVE A PROBLEM'],
    ['fr', "C'est en panne"],
    ['sq', 'A e kemi në kontratë?'],
  ])('%s: "%s" names none', (locale, text) => {
    expect(entities(text, locale).letters).toEqual([]);
  });
});

describe('languages', () => {
  test.each([
    ['en', 'why are you talking Danish at me, English!!', 'en'],
    ['en', 'no more English, Kazakh from now on', 'kk'],
    ['en', 'can we carry on in French, my English is rusty today', 'fr'],
    ['da', 'hvorfor svarer du på engelsk, jeg vil have dansk', 'da'],
    ['sq', 'përgjigjet i dua danisht, jo shqip', 'da'],
    ['zh-Hant', '拜託不要再英文了，中文啦中文', 'zh-Hant'],
  ])('%s: of several one is wanted: %s', (locale, text, language) => {
    const [reading] = understander
      .understand(text, { ...context, locale })
      .readings.filter(({ command }) => command === 'language.set');
    expect(reading?.args).toEqual({ language });
  });
});

describe('people', () => {
  test.each([
    ['en', 'add Nina Berg as a contact, nina.berg@fjord.example', ['Nina Berg']],
    ['da', 'Tilføj Nina Berg som kontakt', ['Nina Berg']],
    ['zh-Hant', '新增 Nina Berg 為聯絡人，nina.berg@fjord.example', ['Nina Berg']],
    ['en', 'Please Cancel My Booking Of The Workshop', []],
    ['en', 'Cancel the workshop in New York', []],
  ])('%s: %s', (locale, text, people) => {
    expect(entities(text, locale).people).toEqual(people);
  });

  test('the letters of an address say nothing of the language', () => {
    expect(understander.languageOf('新增 Nina Berg 為聯絡人，nina.berg@fjord.example', 'en')).toBe('zh-Hant');
  });
});
