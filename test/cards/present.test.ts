import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { audience, decisions, products, services } from './samples.ts';

const { present } = createPresenter({ services, products });
const shown = (card: object): string => JSON.stringify(card);

describe('the answer to how fast the vendor responds', () => {
  const { text, card } = present(decisions.rapid, audience);

  test('gives the time, the due instant, the chart and the clause in words', () => {
    expect(text).toContain('Severity 1, Azure SQL Database · Denmark: first response within 15 minutes');
    expect(text).toContain('10:15 today, Monday 2 March');
    expect(text).toContain('Azure Rapid Response governs');
    expect(text).toContain('Annex A and section 2.5 (Unified, edition January 2025)');
  });

  test('says aloud what it shows', () => {
    expect(card).toHaveProperty('speak', text);
    expect(shown(card)).toContain('"15 minutes"');
  });
});

test('a refusal by role says who may', () => {
  expect(present(decisions.refused, audience).text).toContain('Who may: Administrator.');
});

test('a form asks for what is missing and says so', () => {
  expect(present(decisions.form, audience).text).toBe(
    'Open an incident: please tell me the severity and what is wrong.',
  );
});
