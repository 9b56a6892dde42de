import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, knowledge, rawOrder, TENANT } from '../../support/world.ts';

let desk: Desk;

async function deskUnder(change: object): Promise<Desk> {
  const store = new MemoryStore();
  const order = { ...structuredClone(rawOrder), services: [], flexAllowance: undefined, ...change };
  await takeIn(store, order);
  const engineers = [{ userId: 'e', name: 'Bo' }];
  const queues = ['problem-resolution', 'enhanced-incident-management'];
  const teams = [{ id: 'resolution', name: 'Resolution', queues, engineers }];
  await importSupportTeams(store, knowledge, { format: 'support-teams/1', tenantId: TENANT, teams });
  return deskOver(store);
}

const say = (text: string, now = '10:00', user: string = ADMINISTRATOR) =>
  desk.ask({ tenant: TENANT, user, conversation: 'c', locale: 'en', text, now: `2026-03-02T${now}:00+01:00` });
const give = (command: CommandName, args: Record<string, unknown>, user: string = ADMINISTRATOR, now = '10:00') =>
  desk.perform({ tenant: TENANT, user, command, args, confirmed: true, now: `2026-03-02T${now}:00+01:00` });
const idIn = (answer: { readonly facts: Readonly<Record<string, unknown>> }): string =>
  (answer.facts.incident as { readonly id: string }).id;

describe('a severity 1 that Premier takes by phone alone', () => {
  beforeEach(async () => {
    desk = await deskUnder({ edition: 'premier-2022' });
  });

  test('says what to say, invents no number, and counts from the call', async () => {
    const opened = await say('open an incident, Windows Server is down: nobody can log in');
    expect(opened.facts).toMatchObject({
      incident: { state: 'awaiting-call' },
      nextSteps: expect.arrayContaining(['call-by-phone', 'response-from-call']),
      call: { reference: idIn(opened), severity: '1' },
    });
    expect(opened.text).toContain('No number is on file here');
    expect(opened.text).not.toContain('First response by');
    const called = await say('we have called, their case number is TR-4411', '10:20');
    expect(called).toMatchObject({
      command: 'incident.call',
      status: 'done',
      facts: { incident: { state: 'open', caseNumber: 'TR-4411', due: '2026-03-02T11:20:00+01:00' } },
    });
    expect((await say('we have called', '10:25')).because).toEqual(['state', 'open']);
  });

  test('is proposed with a time that counts from the call', async () => {
    const proposed = await say('Windows Server is down, nobody can log in');
    expect(proposed.status).toBe('needs-confirmation');
    expect(proposed.text).toContain('1 hour from your call');
  });

  test('a consent to a start that the edition does not have is asked about by nobody and not kept', async () => {
    const report = { product: 'windows-server', severity: '1', summary: 'ransomware', attack: true };
    const opened = await give('incident.open', report);
    expect(await say(`we agree to an early start on ${idIn(opened)}`)).toMatchObject({
      status: 'done',
      facts: { because: ['not-in-edition'], incident: { queue: 'problem-resolution' } },
    });
  });

  test('is told with the number of the work order', async () => {
    desk = await deskUnder({ edition: 'premier-2022', supportPhone: '+45 00 00 00 09' });
    expect((await say('open an incident, Windows Server is down: nobody can log in')).text).toContain(
      '+45 00 00 00 09',
    );
  });
});

describe('“everything is down”', () => {
  beforeEach(async () => {
    desk = await deskUnder({});
  });

  test('the product is asked for, severity 1 proposed with what it demands; then it is opened', async () => {
    const asked = await say('everything is down');
    expect(asked).toMatchObject({
      command: 'incident.open',
      status: 'needs-input',
      missing: ['product'],
      facts: { triage: { setBy: 'vendor', rows: [{ severity: '1', mayBeLowered: true }] } },
    });
    expect(asked.text).toContain('I propose Severity 1');
    expect(asked.text).toContain('the vendor’s engineer decides');
    expect(await say('Windows Server')).toMatchObject({ status: 'needs-confirmation' });
    const opened = await say('yes');
    expect(opened.facts).toMatchObject({
      incident: { severity: '1', state: 'open', contact: { name: 'Ane Ad' } },
      escalation: { how: 'automatic' },
      nextSteps: expect.arrayContaining(['escalated-automatically', 'vendor-decides']),
    });
  });

  test('a correction of the severity brings what that one demands', async () => {
    await say('everything is down');
    const corrected = await say('no, severity B');
    expect(corrected.facts).toMatchObject({
      triage: { rows: [{ severity: 'B' }], asks: expect.arrayContaining(['changeAuthority']) },
    });
  });
});

describe('from the first response to the survey', () => {
  beforeEach(async () => {
    desk = await deskUnder({ services: [{ service: 'unified-enhanced-response', location: 'odense' }] });
  });

  test('update, lowering with the miss kept, resolution, review, survey once', async () => {
    const incident = idIn(await give('incident.open', { product: 'windows-server', severity: '1', summary: 'down' }));
    const lowered = await give('severity.set', { incident, severity: 'B', reason: 'no-resources' }, 'e', '10:45');
    expect(lowered.facts).toMatchObject({ because: ['no-resources'], missed: [{ due: '2026-03-02T10:30:00+01:00' }] });
    expect(lowered.text).toContain('stays in the record');
    await give('incident.acknowledge', { incident }, 'e', '10:50');
    const nextUpdate = '2026-03-02T12:00:00+01:00';
    expect(await give('incident.update', { incident, text: 'patching', nextUpdate }, 'e', '11:00')).toMatchObject({
      status: 'done',
    });
    const shown = await give('incident.show', { incident }, ADMINISTRATOR, '11:05');
    expect(shown.facts.deadlines).toMatchObject([
      { what: 'next-update', due: nextUpdate },
      { what: 'next-duty', because: ['change-authority-4-business-hours'] },
    ]);
    expect((await give('incident.update', { incident, text: 'x' })).because).toEqual(['role']);
    await give('incident.resolve', { incident }, 'e', '11:30');
    expect((await give('incident.review', { incident, date: '2026-03-06' }, 'e', '11:31')).facts).toMatchObject({
      event: 'followup-planned',
      what: 'incident-review',
    });
    const survey = { incident, score: 5, comment: 'quick' };
    expect((await give('survey.answer', survey, ADMINISTRATOR, '12:00')).status).toBe('done');
    expect((await give('survey.answer', survey, ADMINISTRATOR, '12:01')).because).toEqual(['already-answered']);
  });

  test('escalation of severity B is told as the edition leaves it (G-09)', async () => {
    const incident = idIn(await give('incident.open', { product: 'windows-server', severity: 'B', summary: 'slow' }));
    const escalated = await give('incident.escalate', { incident });
    expect(escalated.facts).toMatchObject({
      escalation: { how: 'unprinted' },
      because: ['edition-silent', 'with-agreement'],
      uncertain: true,
    });
    expect(escalated.text).toContain('The edition does not say');
  });
});
