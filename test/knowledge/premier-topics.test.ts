import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { argumentsOf } from '../../knowledge/message.ts';
import { ClauseTopics } from '../../knowledge/schema/catalogue.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { oneEdition } from './one-edition.ts';

const file = join(import.meta.dirname, '../../knowledge/topics/premier.json');
const topics = ClauseTopics.parse(JSON.parse(readFileSync(file, 'utf8')));
const edition = oneEdition('premier-2022');
const clauses = new Map(edition.clauses.map((clause) => [clause.topic, clause]));

/** Product names hold digits, and severity 1 is a name too. */
const withoutNames = (text: string): string => text.replace(/\{[^}]*\}/g, '').replace(/\b(365|1)\b/g, '');

describe.each(Object.entries(topics))('the words of %s', (id, { title, summary, keywords }) => {
  test('are there in every language of the desk', () => {
    for (const language of DeskLanguage.options) {
      expect([title[language], summary[language]].every((text) => (text ?? '').length > 0)).toBe(true);
      expect(keywords?.[language]?.length).toBeGreaterThan(0);
    }
  });

  test('take the same figures in every language, and the edition gives them', () => {
    const [english = [], ...others] = DeskLanguage.options.map((language) =>
      [...argumentsOf(summary[language] ?? '')].sort(),
    );
    for (const other of others) expect(other).toEqual(english);
    expect(Object.keys(clauses.get(id)?.figures ?? {}).sort()).toEqual(english);
  });

  test('hold no figure of their own', () => {
    for (const text of [...Object.values(title), ...Object.values(summary)])
      expect(withoutNames(text)).not.toMatch(/\d/);
  });

  test('belong to a clause of the edition', () => {
    expect(clauses.get(id)?.section).toMatch(/^[1-4]/);
  });
});

describe('the figures of the clauses', () => {
  test.each([
    ['fixed-package', '4.2.1', { months: 12, assessments: 1, hours: 20 }],
    ['lifecycle-categories', '2', { categories: 5 }],
    ['digital-advisory-hours', '3.4.1', { smallest: 200, second: 400, third: 800, largest: 1600 }],
    ['deployment-planning', '3.4.1', { programmes: 8 }],
    ['rap-plus', '4.3.1', { onsiteDays: 2 }],
    ['crisis-management', '4.3.2', { hours: 24 }],
    ['severity-b', '4.3.3', { minutes: 120, effort: 'business-hours', changeAuthorityHours: 4 }],
    ['severity-c', '4.3.3', { minutes: 240, answerHours: 24 }],
    ['premier-advisory-hours', '4.3.3', { typicalHours: 6 }],
    ['premier-dedicated-engineering', '4.4.1', { start: '09:00', end: '17:30' }],
    ['premier-ultimate-remediation', '4.4.2', { days: 30 }],
    ['premier-ultimate-termination', '4.4.2', { noticeDays: 60, failureNoticeDays: 30 }],
    ['rapid-response-times', '4.5.2', { minutes: 15 }],
    ['rapid-response-languages', '4.5.2', { languages: ['en'] }],
    ['premier-event-notice', '4.5.3', { weeks: 8, days: 5 }],
    ['event-incidents', '4.5.3', { mention: 'AEM', minutes: 15, resourceMinutes: 30 }],
    ['partner-named-customer', '4.6', { customers: 1 }],
    ['premier-excluded-countries', '4.7', { countries: 'IN CN TW HK KR JP NZ MO AU'.split(' ') }],
    ['premier-end-of-sale', '4.8', { commercialDate: '2022-07-01', publicDate: '2024-07-01' }],
    ['successor-services', '4.8', { vendorNoticeDays: 90, customerNoticeDays: 30 }],
    ['premier-cancellation', '4.8', { freeDays: 14, feePercent: 100 }],
    ['software-assurance-shortfall', '4.8', { days: 30, changeMonth: '2023-02' }],
    ['premier-request-deadline', '4.9', { days: 60 }],
  ])('%s, section %s: %j', (topic, section, figures) => {
    expect(clauses.get(topic)).toMatchObject({ section, figures });
  });

  test.each([
    'unused-services',
    'scheduling',
    'remote-access',
    'github-support',
    'substitution',
    'third-party-products',
  ])('%s has its words where the other programme has them', (topic) => {
    expect(topics[topic]).toBeUndefined();
    expect(clauses.has(topic)).toBe(true);
  });
});
