import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { checkCoverage } from '../../src/entitlement/coverage.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';
import { audience, products, services } from './samples/setting.ts';

const { present } = createPresenter({ services, products });
const order = orderWith({ services: [{ service: 'azure-rapid-response', location: 'odense', start: '2026-06-01' }] });
const scene = sceneOf(order);

const startsOn = {
  en: '1 June 2026',
  fr: '1er juin 2026',
  da: '1. juni 2026',
  sq: '1 qershor 2026',
  kk: '2026 ж. 1 маусым',
  'zh-Hant': '2026年6月1日',
};

describe.each(DeskLanguage.options)('a service that is bought for later, in %s', (language) => {
  test.each([
    ['coverage.check', checkCoverage({ service: 'azure-rapid-response' }, standingAt(scene), scene)],
    ['response.expect', expectResponse({ severity: '1', product: 'azure-sql-database' }, standingAt(scene), scene)],
  ] as const)('is told with the day on which it starts: %s', (command, { facts, citations }) => {
    const decision = { command, args: {}, status: 'answered', facts, citations: [...citations] } as const;
    const { text, card } = present(decision, { ...audience, language });
    expect(text).toContain(startsOn[language]);
    expect(text).not.toMatch(/service-not-started|coverage\.starts|response\.starts/);
    expect(JSON.stringify(card)).not.toMatch(/service-not-started/);
  });
});
