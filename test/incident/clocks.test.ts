import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../knowledge/vocabulary.ts';
import { clocksOf, deadlinesOf, type IncidentClock } from '../../src/incident/clocks.ts';
import { IncidentEvent } from '../../src/incident/events.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { ADMINISTRATOR, orderWith, sceneOf, standingAt } from '../support/world.ts';

const OPENED = '2026-03-02T10:00:00+01:00';
const at = (time: string, day = '02') => `2026-03-${day}T${time}:00+01:00`;

interface World {
  readonly edition?: string;
  readonly severity?: Severity;
  readonly product?: string;
  readonly services?: readonly string[];
  readonly governingLanguage?: string;
}

const orderOf = ({ edition = 'unified-2025-01', services = [], governingLanguage }: World) =>
  orderWith({
    edition,
    services: services.map((service) => ({ service, location: 'odense' })),
    flexAllowance: undefined,
    ...(governingLanguage === undefined ? {} : { governingLanguage }),
  });

/** An incident of the world with further events, each checked as the store would. */
function history(world: World, ...events: readonly object[]) {
  const scene = sceneOf(orderOf(world), OPENED);
  const opening = openIncident(
    { product: world.product ?? 'onedrive', severity: world.severity ?? 'C', summary: 'x' },
    standingAt(scene),
    scene,
  );
  if (!opening.ok) throw new Error(opening.failure);
  const signed = events.map((event) => IncidentEvent.parse({ by: ADMINISTRATOR, ...event }));
  return incidentOf('INC-1', [opening.value.event, ...signed]);
}

function clocks(world: World, now: string, ...events: readonly object[]): readonly IncidentClock[] {
  const scene = sceneOf(orderOf(world), now);
  return clocksOf(history(world, ...events), standingAt(scene), scene);
}

/** Name, due instant or date, state and end of each clock. */
const told = (found: readonly IncidentClock[]) => found.map(({ what, due, state, ended }) => [what, due, state, ended]);

const acknowledged = (when: string) => ({ type: 'acknowledged', at: when, side: 'vendor' });
const note = (when: string, side = 'customer') => ({ type: 'noted', at: when, side, text: 'n' });
const resolved = (when: string) => ({ type: 'resolved', at: when, side: 'vendor' });
const closed = (when: string) => ({ type: 'closed', at: when, side: 'customer' });

describe('the first response', () => {
  test.each<[string, string, readonly object[], readonly unknown[]]>([
    ['runs until it is given', at('13:59'), [], ['first-response', at('14:00'), 'running', undefined]],
    ['is in time at the due instant itself', at('14:00'), [], ['first-response', at('14:00'), 'running', undefined]],
    ['is missed after it', at('14:01'), [], ['first-response', at('14:00'), 'missed', undefined]],
    ['is met', at('15:00'), [acknowledged(at('14:00'))], ['first-response', at('14:00'), 'met', at('14:00')]],
    [
      'stays missed when it is given late',
      at('15:00'),
      [acknowledged(at('14:01'))],
      ['first-response', at('14:00'), 'missed', at('14:01')],
    ],
    [
      'is owed no more once it is over',
      at('15:00'),
      [closed(at('11:00'))],
      ['first-response', at('14:00'), 'ended', at('11:00')],
    ],
  ])('%s', (_what, now, events, expected) => {
    expect(told(clocks({}, now, ...events))[0]).toEqual(expected);
  });

  test('waits for the call where the edition wants the phone, and counts from it (F-REA-08b)', () => {
    const world: World = { edition: 'premier-2022', severity: '1', product: 'windows-server' };
    const [waiting] = clocks(world, at('12:00'));
    expect(waiting).toMatchObject({ state: 'paused', because: ['base', 'elapsed', 'awaiting-call'] });
    expect(waiting).not.toHaveProperty('due');
    const { plan } = history(world);
    const called = {
      type: 'called',
      at: at('12:10'),
      calledAt: at('12:00'),
      side: 'customer',
      plan: { ...plan, from: at('12:00'), due: at('13:00') },
    };
    expect(told(clocks(world, at('12:30'), called))).toEqual([
      ['first-response', undefined, 'ended', at('12:10')],
      ['first-response', at('13:00'), 'running', undefined],
    ]);
  });

  test('another severity starts a clock of its own; a miss stays on record', () => {
    const { plan } = history({});
    const lower = { type: 'severity-set', severity: 'C', plan: { ...plan, from: at('15:00'), due: at('10:30', '03') } };
    expect(told(clocks({}, at('15:30'), { ...lower, at: at('15:00') }))).toEqual([
      ['first-response', at('14:00'), 'missed', at('15:00')],
      ['first-response', at('10:30', '03'), 'running', undefined],
    ]);
    expect(clocks({}, at('15:30'), { ...lower, at: at('13:00') })[0]).toMatchObject({ state: 'ended' });
  });
});

describe('the next update', () => {
  const update = (when: string, next?: string) => ({
    type: 'updated',
    at: when,
    side: 'vendor',
    text: 'u',
    ...(next === undefined ? {} : { nextUpdate: next }),
  });
  const only = (now: string, ...events: readonly object[]) =>
    told(
      clocks({ severity: '1' }, now, acknowledged(at('10:05')), ...events).filter(({ what }) => what === 'next-update'),
    );

  test('is due when the engineer said, and met by the next one', () => {
    expect(only(at('11:00'), update(at('10:10')))).toEqual([]);
    expect(only(at('11:00'), update(at('10:10'), at('11:10')))).toEqual([
      ['next-update', at('11:10'), 'running', undefined],
    ]);
    expect(only(at('13:00'), update(at('10:10'), at('11:10')), update(at('11:00'), at('12:00')))).toEqual([
      ['next-update', at('11:10'), 'met', at('11:00')],
      ['next-update', at('12:00'), 'missed', undefined],
    ]);
  });

  test('ends with the incident', () => {
    expect(only(at('13:00'), update(at('10:10'), at('11:10')), resolved(at('10:30')))).toEqual([
      ['next-update', at('11:10'), 'ended', at('10:30')],
    ]);
  });
});

describe('the customer’s own duties', () => {
  const duties = (world: World, now: string, ...events: readonly object[]) =>
    clocks(world, now, ...events).filter(({ what }) => what === 'next-duty');
  const asking = { type: 'updated', at: at('16:00'), side: 'vendor', text: 'which version?', asksCustomer: true };

  test('an answer within 24 hours of the first response at severity C (F-CH-BASE-C)', () => {
    expect(duties({}, at('12:00'), acknowledged(at('11:00')))).toMatchObject([
      { due: at('11:00', '03'), state: 'running', clock: 'elapsed', because: ['respond-24-hours'], section: 'A' },
    ]);
    expect(duties({}, at('12:00', '04'), acknowledged(at('11:00')), note(at('11:00', '03')))).toMatchObject([
      { state: 'met' },
    ]);
    expect(duties({}, at('12:00', '04'), acknowledged(at('11:00')), note(at('12:00'), 'vendor'))).toMatchObject([
      { state: 'missed' },
    ]);
  });

  test('the change authority within four business hours at severity B (F-CH-BASE-B)', () => {
    expect(duties({ severity: 'B' }, at('16:30'), acknowledged(at('16:00')))).toMatchObject([
      { due: at('11:30', '03'), minutes: 240, clock: 'business', because: ['change-authority-4-business-hours'] },
    ]);
    const named = { ...note(at('15:00')), changeAuthority: 'Kim, +45 00' };
    expect(duties({ severity: 'B' }, at('16:30'), named, acknowledged(at('16:00')))).toMatchObject([{ state: 'met' }]);
  });

  test('begins anew when an engineer asks, and not while it runs', () => {
    const first = [acknowledged(at('11:00')), note(at('12:00'))];
    expect(duties({}, at('17:00'), ...first, asking)).toMatchObject([{ state: 'met' }, { due: at('16:00', '03') }]);
    expect(duties({}, at('17:00'), acknowledged(at('11:00')), asking)).toHaveLength(1);
  });

  test('there is none with a time at severity 1 and A', () => {
    expect(duties({ severity: '1' }, at('17:00'), acknowledged(at('10:05')), asking)).toEqual([]);
  });
});

describe('after the work', () => {
  const followups = (world: World, now: string, ...events: readonly object[]) =>
    clocks(world, now, acknowledged(at('10:05')), ...events).filter(
      ({ what }) => what !== 'first-response' && what !== 'next-duty',
    );
  const platform: World = { severity: '1', product: 'azure-sql-database', services: ['mcs-azure-platform'] };
  const asked = { type: 'root-cause-analysis-requested', at: at('11:00'), side: 'customer', route: 'extended' };

  test('the analysis is due ten business days after the later of request and mitigation (F-AED-16)', () => {
    expect(told(followups(platform, at('12:00'), asked))).toEqual([['root-cause', undefined, 'running', undefined]]);
    const mitigated = { type: 'mitigated', at: at('11:00', '04'), side: 'vendor' };
    expect(told(followups(platform, at('12:00', '05'), asked, mitigated))).toEqual([
      ['root-cause', '2026-03-18', 'running', undefined],
    ]);
    const given = { type: 'followup-given', what: 'root-cause-analysis', at: at('23:00', '18'), side: 'vendor' };
    expect(told(followups(platform, at('12:00', '20'), asked, mitigated, given))).toEqual([
      ['root-cause', '2026-03-18', 'met', at('23:00', '18')],
    ]);
  });

  test('a closed incident has seven days for the request; the reading is open in 2025-01 (F-AED-14, A-16)', () => {
    const over = [resolved(at('11:00')), closed(at('12:00'))];
    expect(followups(platform, at('12:00', '05'), ...over)).toMatchObject([
      { what: 'rca-request', side: 'customer', due: '2026-03-09', state: 'running' },
    ]);
    expect(followups(platform, at('12:00', '05'), ...over)[0]?.because).toContain('edition-ambiguous');
    expect(followups(platform, at('00:30', '10'), ...over)).toMatchObject([{ state: 'missed' }]);
  });

  test('a severity 1 is reviewed where enhanced response is held, by a day that only a person names (F-UER-06)', () => {
    const world: World = { severity: '1', services: ['unified-enhanced-response'] };
    const over = resolved(at('12:00'));
    expect(told(followups(world, at('13:00'), over))).toEqual([['incident-review', undefined, 'running', undefined]]);
    const planned = { type: 'followup-planned', what: 'incident-review', at: at('13:00'), due: '2026-03-06' };
    expect(told(followups(world, at('13:30'), over, planned))).toEqual([
      ['incident-review', '2026-03-06', 'running', undefined],
    ]);
    const given = { type: 'followup-given', what: 'incident-review', at: at('09:00', '07') };
    expect(told(followups(world, at('10:00', '07'), over, planned, given))).toEqual([
      ['incident-review', '2026-03-06', 'missed', at('09:00', '07')],
    ]);
    expect(followups({ severity: '1' }, at('13:00'), over)).toEqual([]);
    expect(followups({ ...world, severity: 'A' }, at('13:00'), over)).toEqual([]);
  });
});

test('what is due next: clocks that run by a known time, soonest first', () => {
  const scene = sceneOf(orderOf({ severity: '1' }), at('11:00'));
  const incident = history(
    { severity: '1' },
    { type: 'updated', at: at('10:30'), side: 'vendor', text: 'u', nextUpdate: at('10:45') },
  );
  expect(deadlinesOf(incident, standingAt(scene), scene).map(({ what, due }) => [what, due])).toEqual([
    ['next-update', at('10:45')],
    ['first-response', at('11:00')],
  ]);
});
