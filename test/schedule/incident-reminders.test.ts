import { describe, expect, test } from '@jest/globals';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { owesDate, remindersOf } from '../../src/schedule/incident-reminders.ts';
import { agendaAt } from '../../src/schedule/reminder.ts';
import { sceneAt, standingAt } from './year-world.ts';

/** Opens at an instant and lets events follow; the reminders as `stage audience: local time`. */
function reminded(severity: '1' | 'A' | 'B' | 'C', location: string, openedAt: string, ...later: IncidentEvent[]) {
  const place = standingAt(location);
  const scene = sceneAt(Date.parse(openedAt));
  const args: ArgsOf<'incident.open'> = { product: 'windows-server', severity, summary: 'down', location };
  const opened = openIncident(args, place, scene);
  if (!opened.ok) throw new Error(opened.failure);
  const incident = incidentOf('INC-1', [opened.value.event, ...later]);
  return remindersOf(incident, place, scene).map(
    ({ what, stage, audience, at }) => `${what} ${stage} ${audience} ${toLocalIso(at, place.location.timeZone)}`,
  );
}

const by = { by: 'x' };
const vendor = { ...by, side: 'vendor' } as const;
const customer = { ...by, side: 'customer' } as const;

describe('what an incident reminds of', () => {
  test('half of a business clock is half of its working time, over a weekend and a night', () => {
    expect(reminded('B', 'odense', '2026-03-06T16:30:00+01:00')).toEqual([
      'first-response half team 2026-03-06T17:30:00+01:00',
      'first-response three-quarters team 2026-03-09T09:30:00+01:00',
      'first-response due team 2026-03-09T10:00:00+01:00',
      'first-response missed team 2026-03-09T10:01:00+01:00',
      'first-response missed contacts 2026-03-09T10:01:00+01:00',
    ]);
  });

  test('a clock that runs day and night crosses a clock change in real minutes, and wakes people', () => {
    expect(reminded('1', 'odense', '2026-03-29T01:45:00+01:00')).toEqual(
      expect.arrayContaining([
        'first-response half team 2026-03-29T03:15:00+02:00',
        'first-response missed contacts 2026-03-29T03:46:00+02:00',
      ]),
    );
  });

  test('nothing once a person has responded', () => {
    const acknowledged: IncidentEvent = { type: 'acknowledged', at: '2026-03-02T10:10:00+01:00', ...vendor };
    expect(reminded('A', 'odense', '2026-03-02T10:00:00+01:00', acknowledged)).toEqual([]);
  });

  test('the customer’s duty is told when the place is open, and answered by any word of the customer’s', () => {
    const acknowledged: IncidentEvent = { type: 'acknowledged', at: '2026-03-06T11:00:00+01:00', ...vendor };
    const told = reminded('C', 'odense', '2026-03-06T10:00:00+01:00', acknowledged);
    expect(told).toEqual(['next-duty missed contacts 2026-03-09T09:00:00+01:00']);
    const answer: IncidentEvent = { type: 'noted', at: '2026-03-06T12:00:00+01:00', ...customer };
    expect(reminded('C', 'odense', '2026-03-06T10:00:00+01:00', acknowledged, answer)).toEqual([]);
  });

  test('an update is told when it is due, until there is one', () => {
    const at = '2026-03-02T10:20:00+01:00';
    const update: IncidentEvent = {
      type: 'updated',
      at,
      ...vendor,
      text: 'still',
      nextUpdate: '2026-03-02T12:20:00+01:00',
    };
    const acknowledged: IncidentEvent = { type: 'acknowledged', at: '2026-03-02T10:10:00+01:00', ...vendor };
    expect(reminded('A', 'odense', '2026-03-02T10:00:00+01:00', acknowledged, update)).toEqual([
      'next-update three-quarters team 2026-03-02T11:50:00+01:00',
      'next-update due team 2026-03-02T12:20:00+01:00',
      'next-update missed team 2026-03-02T12:21:00+01:00',
    ]);
    const next: IncidentEvent = { type: 'updated', at: '2026-03-02T12:00:00+01:00', ...vendor, text: 'mended' };
    expect(reminded('A', 'odense', '2026-03-02T10:00:00+01:00', acknowledged, update, next)).toEqual([]);
  });

  test('a promised analysis is told on the morning of its day, also when the incident is closed, until it is given', () => {
    const asked: IncidentEvent = {
      type: 'root-cause-analysis-requested',
      at: '2026-03-02T10:20:00+01:00',
      ...customer,
      route: 'base',
      due: '2026-04-02',
    };
    const closed: IncidentEvent = { type: 'closed', at: '2026-03-02T11:00:00+01:00', ...customer };
    const given: IncidentEvent = {
      type: 'followup-given',
      at: '2026-03-20T11:00:00+01:00',
      ...vendor,
      what: 'root-cause-analysis',
    };
    // Maundy Thursday to Easter Monday are holidays there.
    expect(reminded('A', 'odense', '2026-03-02T10:00:00+01:00', asked, closed)).toEqual([
      'root-cause missed team 2026-04-07T09:00:00+02:00',
    ]);
    expect(reminded('A', 'odense', '2026-03-02T10:00:00+01:00', asked, closed, given)).toEqual([]);
    const before = { ...incidentOf('INC-1', [openedEvent()]) };
    expect(owesDate({ ...before, events: [openedEvent(), asked, closed] })).toBe(true);
    expect(owesDate({ ...before, events: [openedEvent(), asked, closed, given] })).toBe(false);
  });
});

function openedEvent(): IncidentEvent {
  const now = Date.parse('2026-03-02T10:00:00+01:00');
  const args: ArgsOf<'incident.open'> = {
    product: 'windows-server',
    severity: 'A',
    summary: 'down',
    location: 'odense',
  };
  const opened = openIncident(args, standingAt('odense'), sceneAt(now));
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value.event;
}

describe('what is due at an instant', () => {
  const reminder = (stage: 'half' | 'due', at: number, until: number) =>
    ({ key: stage, at, until, audience: 'team', what: 'first-response', stage, due: '', because: [] }) as const;
  const all = [reminder('half', 10, 20), reminder('due', 20, 30)];

  test.each([
    [9, [], 10],
    [10, ['half'], 20],
    [19, ['half'], 20],
    [20, ['due'], undefined],
    [30, [], undefined],
  ])('at %d', (now, due, next) => {
    const agenda = agendaAt(now, all, new Set());
    expect([agenda.due.map(({ key }) => key), agenda.next]).toEqual([due, next]);
  });

  test('not what was said, also when the clock was set back', () => {
    expect(agendaAt(15, all, new Set(['half']))).toEqual({ due: [], next: 20 });
    expect(agendaAt(5, all, new Set(['half']))).toEqual({ due: [], next: 20 });
  });
});
