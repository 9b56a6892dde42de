import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import type { Notice } from '../../src/schedule/notice.ts';
import { ofType } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { notices } from './samples/notices.ts';
import { audience, products, services } from './samples/setting.ts';

const { present, remind } = createPresenter({ services, products });

const noticeOf = (name: string): Notice => {
  const notice = notices[name];
  if (notice === undefined) throw new Error(`no notice ${name}`);
  return notice;
};
const said = (name: string): string => remind(noticeOf(name), audience).text;
const verbsOf = (name: string): unknown[] =>
  ofType(remind(noticeOf(name), audience).card, /^Action\.Execute$/).map(({ verb }) => verb);

describe('a reminder', () => {
  test('says what runs out, by when and what to do', () => {
    expect(said('first-response three-quarters for team')).toMatch(
      /First response: a quarter of the time is left\. Incident INC-\d+\. Due 10:30.*Acknowledge the incident/,
    );
  });

  test('names to the contacts the clause of the response that they did not get', () => {
    const text = said('first-response missed for contacts');
    expect(text).toContain('First response: overdue');
    expect(text).toContain('has not responded within the time of the clause');
    expect(text).toMatch(/Rests on: Annex A/);
  });

  test('says to a person why it came and how to stop it', () => {
    expect(said('next-duty due for contacts')).toMatch(
      /because you are a support contact for .*press “Stop reminders” or write “Stop the reminders”/,
    );
    expect(verbsOf('next-duty due for contacts')).toEqual(['incident.show', 'reminder.set']);
    expect(verbsOf('services-lapse')).toEqual(['deadline.list', 'reminder.set']);
  });

  test('belongs in a channel to nobody, so nobody can stop it there', () => {
    expect(said('first-response half for team')).toContain('because the incident is routed to your team');
    expect(verbsOf('first-response half for team')).toEqual(['incident.show']);
  });

  test('shows a whole channel none of the customer’s words and no agreement', () => {
    const summary = 'Payroll cannot be reached';
    const notice = {
      ...noticeOf('first-response due for team'),
      incident: { ...incident, summary, openedBy: 'Maja Holm' },
    };
    expect(JSON.stringify(remind(notice, audience).card)).not.toMatch(/Payroll|Maja/);
  });

  test('counts the days that are really left, and what would be lost', () => {
    expect(said('services-lapse')).toContain('29 days left');
    expect(said('services-lapse')).toContain('WO-7F21');
    expect(said('services-lapse')).toMatch(/Proactive credits/);
  });

  test('of several deadlines at one time is one message', () => {
    const text = said('several deadlines');
    expect(text).toContain('Unused services lapse: 29 days left');
    expect(text).toContain('End of the work order');
  });
});

test('setting reminders says what comes from now on, and that the team is reminded all the same', () => {
  const { text } = present(decisions.remindersOff, audience);
  expect(text).toBe(
    'You get no more reminders about incidents. The vendor’s team goes on being reminded of its own clocks.',
  );
});
