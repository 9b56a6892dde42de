import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { shownTexts } from './card-tree.ts';
import { balances } from './samples/balances.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { audience, products, services } from './samples/setting.ts';

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

describe('the account', () => {
  const [credits] = balances;
  const told = (balance: object) =>
    present(
      { ...decisions.balance, facts: { ...decisions.balance.facts, balances: [{ ...credits, ...balance }] } },
      audience,
    );

  test('counts what came by exchange to what there was', () => {
    const { text, card } = told({ purchased: 40, used: 0, reserved: 0, exchanged: 32, remaining: 72 });
    expect(text).toContain('72 credits of 72 left');
    expect(JSON.stringify(card)).toContain('exchanged 32');
  });

  test('of nothing is told without a bar', () => {
    const { card } = told({ purchased: 0, used: 0, reserved: 0, remaining: 0 });
    expect(JSON.stringify(card)).not.toContain('minHeight');
  });

  test('asks for a yes with the figures that will move, and not with the file for the calendar', () => {
    const { text } = present(decisions.exchange, audience);
    expect(text).toContain('Exchange credits? Taken: 25 credits · Denmark. Worked out: 25 × €100 ÷ €80.');
    expect(present(decisions.cancel, audience).text).not.toContain('VCALENDAR');
  });
});

test('closing an incident names the one that will be closed', () => {
  const close = { ...decisions.close, facts: { incident } };
  expect(present(close, audience).text).toContain('Incident: INC-482913 · Severity 1 · Azure SQL Database.');
});

test('what was dropped is left as it was', () => {
  expect(present(decisions.dropped, audience).text).toBe('Left as it was.');
});

describe('an incident', () => {
  test('whose response is overdue says so', () => {
    expect(present(decisions.engineer, audience).text).toContain('The first response was due at 09:15 today');
  });

  test('that waits for the call says first to call', () => {
    const { text, card } = present(decisions.call, audience);
    expect(text).toContain('Call support now and give them the number INC-482913');
    expect(JSON.stringify(card)).toContain('Call now: INC-482913');
  });

  test('offers the steps that the reader may take, keyed by the revision that was seen', () => {
    const { card } = present(decisions.incident, audience);
    expect(JSON.stringify(card)).toContain('{"incident":"INC-482913","verb":"incident.acknowledge","revision":2}');
  });
});

describe('an answer for another place', () => {
  test('tells the reader’s time and the location’s', () => {
    const { text } = present(decisions.business, audience);
    expect(text).toContain('by 15:15 on Monday 9 March (Central European Standard Time)');
    expect(text).toContain('United States: 10:15 on Monday 9 March (Eastern Daylight Time)');
  });

  test('proves the due instant by the stretches that were counted', () => {
    const shown = shownTexts(present(decisions.business, audience).card).join('\n');
    expect(shown).toContain('45 minutes (working time)');
    expect(shown).toContain('not counted (outside business hours and weekend)');
    expect(shown).toContain('1 hour, 15 minutes (working time)');
  });

  test('under an agreement that has ended promises nothing', () => {
    expect(present(decisions.expired, audience).text).toContain('No response time applies');
  });
});

test('facts that are not those of the contract are a bug, and throw', () => {
  expect(() => present({ ...decisions.rapid, facts: { severity: 'X' } }, audience)).toThrow();
});
