import { describe, expect, test } from '@jest/globals';
import { openTestDesk } from '../../support/desk.ts';

describe('a question that tells of a breakdown opens nothing', () => {
  test.each([
    ['en', 'If our Azure SQL is down, how fast do you answer?'],
    ['en', 'our Azure SQL is down. how fast do you respond?'],
    ['fr', 'Si notre Azure SQL tombe en panne, en combien de temps répondez-vous ?'],
    ['da', 'Hvis vores Azure SQL går ned, hvor hurtigt svarer I?'],
    ['da', 'vores Azure SQL er nede, hvor hurtigt svarer I?'],
    ['sq', 'Nëse na bie Azure SQL, sa shpejt përgjigjeni?'],
    ['kk', 'Azure SQL істен шықса, қаншалықты тез жауап бересіздер?'],
    ['zh-Hant', '我們的 Azure SQL 停擺的話，你們多快回應？'],
    ['zh-Hant', 'Azure SQL 停擺了，你們多快回應？'],
  ])('%s: %s', async (locale, text) => {
    const { say, store } = await openTestDesk();
    const answer = await say(text, { locale });
    expect(answer).toMatchObject({ command: 'response.expect', status: 'answered', args: { severity: '1' } });
    expect(answer.also).toBeUndefined();
    const tenants = await store.tenants('incident');
    expect(tenants).toEqual([]);
  });
});
