/** What "it", "the first one" and "my booking" mean. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});

const laterBy = (hours: number): { now: string } => ({
  now: new Date(Date.parse('2026-03-02T10:00:00+01:00') + hours * 3_600_000).toISOString(),
});
const idIn = (facts: Readonly<Record<string, unknown>>): string => String(Object(facts.incident).id);

describe('referring back', () => {
  test('"the first one" of a list', async () => {
    await desk.say('open an incident for Azure SQL in Denmark, severity B: one');
    await desk.say('open an incident for Exchange Online in Denmark, severity C: two');
    const list = await desk.say('list my incidents');
    const [first] = list.facts.incidents as { id: string }[];
    expect(await desk.say('the first one')).toMatchObject({ command: 'incident.show', args: { incident: first?.id } });
    expect(await desk.say('close the second one')).not.toMatchObject({ args: { incident: first?.id } });
  });

  test('"my last incident" is the newest', async () => {
    const one = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', laterBy(1));
    const two = await desk.say('open an incident for Exchange Online in Denmark, severity C: two', laterBy(2));
    await desk.say(`show ${idIn(one.facts)}`, laterBy(3));
    expect(await desk.say('show my last incident', laterBy(3))).toMatchObject({ args: { incident: idIn(two.facts) } });
  });

  test('"close it" with nothing to mean offers the open ones', async () => {
    const one = await desk.say('open an incident for Azure SQL in Denmark, severity B: one', { conversation: 'other' });
    const asked = await desk.say('close it');
    expect(asked).toMatchObject({ command: 'incident.close', status: 'needs-input', missing: ['incident'] });
    expect(JSON.stringify(asked.card)).toContain(idIn(one.facts));
  });
});

describe('the booking that was talked about', () => {
  test.each([
    ['en', 'cancel my booking'],
    ['en', 'what does it cost to cancel it?'],
    ['da', 'aflys min booking'],
    ['fr', 'annulez ma réservation'],
  ])('%s: %s means the one that was made last', async (locale, text) => {
    await desk.say('book a workshop in Denmark for 20 May 2026');
    const booked = await desk.say('yes');
    expect(booked).toMatchObject({ command: 'service.book', status: 'done' });
    const answer = await desk.say(text, { locale });
    expect(answer).toMatchObject({ command: 'service.cancel', status: 'needs-confirmation' });
    expect(answer.args.booking).toBe((booked.facts.booking as { id: string }).id);
  });
});
