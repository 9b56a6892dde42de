import { describe, expect, test } from '@jest/globals';
import { understood } from './reading.ts';

const found = (text: string) => understood(text).entities;

describe('severities', () => {
  test.each([
    ['how fast for a severity 1?', ['1']],
    ['sev-B on Teams', ['B']],
    ['sev1 on Teams', ['1']],
    ['a severity a incident', ['A']],
    ['Severity level: C', ['C']],
    ['the B severity', ['B']],
    ['severity 1 or A?', ['1', 'A']],
    ['the severity was increased to 1', ['1']],
    ['gravité C sur OneDrive', ['C']],
    ['une gravite de niveau B', ['B']],
    ['alvorsgrad A på Intune', ['A']],
    ['alvorsgraden hæves til 1', ['1']],
    ['rëndësia B në Tiranë', ['B']],
    ['incident me rendesi 1', ['1']],
    ['A маңыздылық деңгейі', ['A']],
    ['1-деңгейлі оқиға', ['1']],
    // Cyrillic letters that look like Latin ones.
    ['В деңгейіндегі оқиға', ['B']],
    ['С маңыздылық деңгейі', ['C']],
    ['嚴重性 A 的事件', ['A']],
    ['嚴重性為 1', ['1']],
  ])('%s', (text, severities) => {
    expect(found(text).severities).toEqual(severities);
  });

  test.each([
    ['how fast is a severity X on Exchange Online?', 'X'],
    ['severity 2 on AKS, how fast?', '2'],
    ['Quel délai pour une gravité D ?', 'D'],
    ['嚴重性 D 的回應時間', 'D'],
    ['Hvad er svartiden ved alvorsgrad E?', 'E'],
  ])('there is no such level: %s', (text, level) => {
    const { unknown, entities } = understood(text);
    expect({ severity: unknown.severity, severities: entities.severities }).toEqual({
      severity: level,
      severities: [],
    });
  });

  test.each([
    'A e kemi Rapid Response në kontratë?',
    'what is a severity?',
    'is a workshop included?',
    'combien a coûté l’atelier ?',
  ])('an article or a particle is no level: %s', (text) => {
    expect(found(text).severities).toEqual([]);
  });

  test('a change names the severity that it goes to', () => {
    expect(found('change the severity from B to A').severity).toBe('A');
    expect(found('change the severity to A from B').severity).toBe('A');
  });
});

describe('products and services', () => {
  test.each([
    ['Azure SQL is down', ['azure-sql-database']],
    ['our AKS cluster', ['azure-kubernetes-service']],
    ['the VMs that we run in Azure', ['azure-virtual-machines']],
    ['SQL Server 2019 hangs', ['sql-server']],
    ['our mail is gone', ['exchange-online']],
    ['Microsft Teams drops calls', ['microsoft-teams']],
    ['Azure-дағы виртуалды машиналарымыз', ['azure-virtual-machines']],
    ['SQL Server-i ra', ['sql-server']],
    ['vores Azure-VM’er', ['azure-virtual-machines']],
    ['notre base de données Azure', ['azure-sql-database']],
    ['makinat virtuale në Azure', ['azure-virtual-machines']],
    ['郵件不通', ['exchange-online']],
    ['Azure 虛擬機器停擺', ['azure-virtual-machines']],
    ['Azure for everything', ['azure']],
  ])('%s', (text, products) => {
    expect(found(text).products).toEqual(products);
  });

  test.each([
    ['do we have ARR?', ['azure-rapid-response']],
    ['is the EDE included?', ['enhanced-designated-engineering']],
    ['cancel the workshops', ['workshops']],
    ['Aflys workshoppen', ['workshops']],
    ['анулосеминарин', []],
    ['семинарлардан бас тартамыз', ['workshops']],
    ['l’analyse des causes', ['root-cause-analysis']],
    ['reagimit të shpejtë', ['azure-rapid-response']],
    ['主動折讓還剩多少', ['proactive-credits']],
    ['Mission Critical Services for Azure Platform Plus', ['mcs-azure-platform-plus']],
  ])('%s', (text, services) => {
    expect(found(text).services).toEqual(services);
  });

  test.each(['of course', 'our teams are busy', 'please answer by email'])('%s names nothing', (text) => {
    expect([...found(text).products, ...found(text).services]).toEqual([]);
  });

  test('a product that nobody knows is reported as typed', () => {
    expect(understood('how fast do you respond to a severity 1 on FrobnicatorDB?').unknown.product).toBe(
      'FrobnicatorDB',
    );
    expect(understood('Zorblax бойынша 1-деңгей, қанша уақытта жауап бересіздер?').unknown.product).toBe('Zorblax');
  });
});

describe('places', () => {
  test.each([
    ['in Denmark', ['dk']],
    ['in Lyon', ['fr']],
    ['the US office', ['us']],
    ['call us back', []],
    ['in New York', ['us']],
    ['at the Danish office', ['dk']],
    ['support in Danish', []],
    ['København', ['dk']],
    ['på det franske kontor', ['fr']],
    ['au Danemark', ['dk']],
    ['aux États-Unis', ['us']],
    ['në Tiranë', ['tirana']],
    ['zyra e Tiranës', ['tirana']],
    ['në SHBA', ['us']],
    ['Алматыда', ['almaty']],
    ['Франциядағы кеңсе', ['fr']],
    ['在丹麥', ['dk']],
    ['紐約辦公室', ['us']],
    // None of the customer's locations: the country's code.
    ['in Japan', ['JP']],
    ['en Allemagne', ['DE']],
    // Words that look like places.
    ['Inden for en time', []],
    ['une seule solution', []],
    ['тек ғана бір рет', []],
  ])('%s', (text, places) => {
    expect(found(text).places.map(({ location }) => location)).toEqual(places);
  });
});

describe('dates', () => {
  test.each([
    ['on 19 May 2026', '2026-05-19'],
    ['on May 19th, 2026', '2026-05-19'],
    ['on 2026-05-19', '2026-05-19'],
    ['on 19/05/2026', '2026-05-19'],
    ['on 20 May', '2026-05-20'],
    ['on 20 February', '2027-02-20'],
    ['tomorrow', '2026-03-04'],
    ['the day after tomorrow', '2026-03-05'],
    ['in 10 days', '2026-03-13'],
    ['next Friday', '2026-03-06'],
    ['next Tuesday', '2026-03-10'],
    ['den 19. maj 2026', '2026-05-19'],
    ['på fredag', '2026-03-06'],
    ['om to uger', '2026-03-17'],
    ['le 1er juin 2026', '2026-06-01'],
    ['vendredi prochain', '2026-03-06'],
    ['après-demain', '2026-03-05'],
    ['më 11 shkurt 2027', '2027-02-11'],
    ['të premten', '2026-03-06'],
    ['pas 10 ditësh', '2026-03-13'],
    ['2022 жылғы 18 қазандағы семинар', '2022-10-18'],
    ['18 қазан 2026', '2026-10-18'],
    ['ертең', '2026-03-04'],
    ['10 күннен кейін', '2026-03-13'],
    ['2026 年 5 月 19 日', '2026-05-19'],
    ['五月十九日', '2026-05-19'],
    ['下週五', '2026-03-13'],
    ['十天後', '2026-03-13'],
  ])('%s', (text, date) => {
    expect(found(text).when.dates.map((entry) => entry.date)).toEqual([date]);
  });

  test.each([
    ['from 6 to 16 October 2025', '2025-10-06', '2025-10-16'],
    ['6-16 October 2026', '2026-10-06', '2026-10-16'],
    ['November 3 to 5, 2026', '2026-11-03', '2026-11-05'],
    ['from 28 December to 3 January', '2026-12-28', '2027-01-03'],
    ['2026-11-09 to 2026-11-13', '2026-11-09', '2026-11-13'],
    ['du 15 au 19 septembre 2025', '2025-09-15', '2025-09-19'],
    ['entre le 3 et le 5 novembre 2026', '2026-11-03', '2026-11-05'],
    ['du 28 octobre au 2 novembre 2026', '2026-10-28', '2026-11-02'],
    ['fra 5. til 8. november 2024', '2024-11-05', '2024-11-08'],
    ['den 5.-8. november 2026', '2026-11-05', '2026-11-08'],
    ['nga 20 deri më 27 nëntor 2024', '2024-11-20', '2024-11-27'],
    ['2022 жылғы 14 қарашадан 18 қарашаға дейін', '2022-11-14', '2022-11-18'],
    ['2026 年 11 月 9 日到 13 日', '2026-11-09', '2026-11-13'],
    ['11/9-11/13 的 Azure 事件支援', '2026-11-09', '2026-11-13'],
  ])('the span %s', (text, start, end) => {
    expect(found(text).when.ranges).toMatchObject([{ start, end }]);
  });

  test.each([
    ['in the next 90 days', 90],
    ['within 6 weeks', 42],
    ['dans les 90 prochains jours', 90],
    ['de næste 90 dage', 90],
    ['në 90 ditët e ardhshme', 90],
    ['алдағы 90 күнде', 90],
    ['未來 90 天', 90],
    ['this month', 28],
  ])('%s reaches %i days', (text, days) => {
    expect(found(text).when.withinDays).toBe(days);
  });

  test.each([
    ['at 22:00', { hour: 22, minute: 0 }],
    ['at 3 pm', { hour: 15, minute: 0 }],
    ['à 15h30', { hour: 15, minute: 30 }],
    ['kl. 15.30', { hour: 15, minute: 30 }],
    ['në orën 15:30', { hour: 15, minute: 30 }],
    ['сағат 15:30-да', { hour: 15, minute: 30 }],
    ['下午 3 點半', { hour: 15, minute: 30 }],
    ['20 hours of support', undefined],
  ])('the time in %s', (text, time) => {
    expect(found(text).when.time).toEqual(time);
  });

  test('what has lasted since a day is not asked about that day', () => {
    expect(found('down since yesterday').when.dates).toEqual([{ date: '2026-03-02', relative: true, past: true }]);
  });
});

describe('amounts', () => {
  test.each([
    ['10,000 USD', 10_000, 'money'],
    ['60.000 USD', 60_000, 'money'],
    ['20 000 USD', 20_000, 'money'],
    ['$25,000', 25_000, 'money'],
    ['40k dollars', 40_000, 'money'],
    ['60,000 美元', 60_000, 'money'],
    ['5000 АҚШ долларын', 5000, 'money'],
    ['twenty five credits', 25, 'credits'],
    ['10 af vores proaktive credits', 10, 'credits'],
    ['25 кредит', 25, 'credits'],
    ['二十五個折讓', 25, 'credits'],
    ['2,5 heures', 2.5, 'hours'],
    ['1.5 hours', 1.5, 'hours'],
    ['one solution', 1, 'solution'],
    ['бір Azure шешімі', 1, 'solution'],
  ])('%s', (text, value, unit) => {
    expect(found(text).amounts).toEqual([expect.objectContaining({ value, unit })]);
  });
});

describe('references', () => {
  test.each(['INC-123456', 'inc 123456', 'case 123456', '#123456'])('%s is an incident', (text) => {
    expect(found(`show me ${text}`).incident).toBe('INC-123456');
  });

  test.each([
    ['from the September 2024 edition to the January 2025 edition', ['unified-2024-09', 'unified-2025-01']],
    ['premier-2022 vs unified-2025-01', ['premier-2022', 'unified-2025-01']],
    ['l’édition de septembre 2024', ['unified-2024-09']],
    ['udgaven fra april 2024', ['unified-2024-04']],
    ['botimi i janarit 2025', ['unified-2025-01']],
    ['2024 жылғы қыркүйек редакциясы', ['unified-2024-09']],
    ['2024 年 9 月版', ['unified-2024-09']],
  ])('%s', (text, editions) => {
    expect(found(text).editions).toEqual(editions);
  });

  test.each([
    ['support in Japanese', 'ja'],
    ['a Japanese-speaking engineer', 'ja'],
    ['support på dansk', 'da'],
    ['un support en japonais', 'ja'],
    ['mbështetje në shqip', 'sq'],
    ['қолдауды қазақ тілінде алсақ', 'kk'],
    ['日文支援', 'ja'],
    ['in Denmark', undefined],
  ])('%s', (text, language) => {
    expect(found(text).supportLanguage).toBe(language);
  });

  test('subscription and environment', () => {
    const { subscription, environment } = found('VMs in production, subscription sub-core-banking: slow');
    expect({ subscription, environment }).toEqual({ subscription: 'sub-core-banking', environment: 'production' });
  });

  test('what follows the colon of an order is kept as typed', () => {
    const text = 'open a severity C incident for OneDrive: <b>${x}</b> in a file name: "a:b"';
    expect(found(text).summary).toBe('<b>${x}</b> in a file name: "a:b"');
  });
});
