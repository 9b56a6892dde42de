import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Scene } from '../../src/command/scene.ts';
import { setSeverity } from '../../src/incident/change-severity.ts';
import { deadlinesOf } from '../../src/incident/clocks.ts';
import { followUp, postUpdate } from '../../src/incident/engineer-word.ts';
import { escalationOf } from '../../src/incident/escalation.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { factsOf, type Incident, incidentOf } from '../../src/incident/incident.ts';
import { isSurveyed, offeredCommands } from '../../src/incident/lifecycle.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { callScript, recordCall } from '../../src/incident/phone-call.ts';
import { decideStep } from '../../src/incident/take-step.ts';
import { ADMINISTRATOR, orderWith, rawOrder, sceneOf, standingAt } from '../support/world.ts';

const MORNING = '2026-03-02T10:00:00+01:00';
const EVENING = '2026-03-02T20:00:00+01:00';

const premier = (change: object = {}) =>
  orderWith({ edition: 'premier-2022', services: [], flexAllowance: undefined, ...change });

/** The scene as an engineer of the vendor sees it. */
const asEngineer = (order: WorkOrder, now: string): Scene => ({
  ...sceneOf(order, now),
  asker: { user: 'e', name: 'Bo', roles: ['engineer'], locations: [], teams: [] },
});

function opened(order: WorkOrder, severity: Severity, product = 'windows-server'): Incident {
  const scene = sceneOf(order, MORNING);
  const opening = openIncident({ product, severity, summary: 'it is down' }, standingAt(scene), scene);
  if (!opening.ok) throw new Error(opening.failure);
  return incidentOf('INC-1', [opening.value.event]);
}

const withEvent = ({ id, events }: Incident, event: IncidentEvent): Incident => incidentOf(id, [...events, event]);
const acknowledged = (at = '2026-03-02T10:05:00+01:00'): IncidentEvent => ({
  type: 'acknowledged',
  at,
  by: 'e',
  side: 'vendor',
});

describe('the call that Premier wants at severity 1 and A (F-REA-08b)', () => {
  const incident = opened(premier(), '1');

  test('the number is the work order’s, the location’s before the order’s; without one none is made up', () => {
    const scriptWith = (order: WorkOrder) => callScript(incident, standingAt(sceneOf(order, MORNING)));
    expect(scriptWith(premier())).not.toHaveProperty('phone');
    expect(scriptWith(premier({ supportPhone: '+7 1' }))).toMatchObject({ phone: '+7 1', reference: 'INC-1' });
    const [odense, ...others] = rawOrder.locations;
    const locations = [{ ...odense, supportPhone: '+45 2' }, ...others];
    expect(scriptWith(premier({ supportPhone: '+7 1', locations }))).toMatchObject({
      phone: '+45 2',
      product: 'windows-server',
      severity: '1',
      summary: 'it is down',
      callBack: { name: 'Ane Ad' },
    });
  });

  test('an hour runs from the call, not from when the desk was told', () => {
    const scene = sceneOf(premier(), '2026-03-02T11:10:00+01:00');
    const standing = standingAt(scene);
    const called = recordCall(incident, { calledAt: '2026-03-02T11:00:00+01:00', caseNumber: 'V-77' }, standing, scene);
    if (!called.ok) throw new Error(called.failure);
    const open = withEvent(incident, called.value.event);
    expect(factsOf(open)).toMatchObject({ state: 'open', caseNumber: 'V-77', due: '2026-03-02T12:00:00+01:00' });
    expect(deadlinesOf(open, standing, scene)).toMatchObject([
      { what: 'first-response', due: '2026-03-02T12:00:00+01:00' },
    ]);
    expect(deadlinesOf(incident, standing, scene)).toEqual([]);
    expect(callScript(open, standing)).toBeUndefined();
  });

  test('the vendor’s number can be added afterwards, and changes nothing else', () => {
    const scene = sceneOf(premier(), '2026-03-02T10:10:00+01:00');
    const standing = standingAt(scene);
    const called = recordCall(incident, {}, standing, scene);
    if (!called.ok) throw new Error(called.failure);
    const open = withEvent(incident, called.value.event);
    expect(recordCall(open, {}, standing, scene)).toEqual({ ok: false, failure: 'state' });
    const later = recordCall(open, { caseNumber: 'V-78' }, standing, sceneOf(premier(), '2026-03-02T10:40:00+01:00'));
    if (!later.ok) throw new Error(later.failure);
    const numbered = withEvent(open, later.value.event);
    expect(factsOf(numbered)).toEqual({ ...factsOf(open), caseNumber: 'V-78' });
    expect(deadlinesOf(numbered, standing, scene)).toEqual(deadlinesOf(open, standing, scene));
  });

  test.each([
    ['in the future', '2026-03-02T10:30:00+01:00'],
    ['before it was recorded here', '2026-03-02T09:59:00+01:00'],
  ])('a call %s is refused', (_what, calledAt) => {
    const scene = sceneOf(premier(), '2026-03-02T10:10:00+01:00');
    expect(recordCall(incident, { calledAt }, standingAt(scene), scene)).toEqual({
      ok: false,
      failure: 'invalid-argument',
    });
  });

  test('web is open for severity B: no call is awaited', () => {
    const b = opened(premier(), 'B');
    expect(b.state).toBe('open');
    expect(callScript(b, standingAt(sceneOf(premier(), MORNING)))).toBeUndefined();
  });

  test('closed and reopened without a call, it waits for the call again', () => {
    const scene = sceneOf(premier(), MORNING);
    const standing = standingAt(scene);
    const closing = decideStep(incident, 'closed', {}, standing, scene);
    if (!closing.ok) throw new Error(closing.failure);
    const closed = withEvent(incident, closing.value.event);
    const reopening = decideStep(closed, 'reopened', {}, standing, scene);
    if (!reopening.ok) throw new Error(reopening.failure);
    expect(withEvent(closed, reopening.value.event).state).toBe('awaiting-call');
  });
});

describe('escalation (F-RSM-02, F-RSM-03)', () => {
  const under = (edition: string, severity: Severity, now: string) => {
    const standing = standingAt(sceneOf(orderWith({ edition, services: [], flexAllowance: undefined }), now));
    return escalationOf(severity, standing, Date.parse(now));
  };

  test.each<[string, Severity, string, string, boolean]>([
    ['unified-2025-01', '1', 'automatic', EVENING, false],
    ['unified-2025-01', 'A', 'automatic', EVENING, false],
    ['unified-2024-09', 'B', 'on-request', '2026-03-03T09:00:00+01:00', false],
    ['unified-2025-01', 'C', 'on-request', '2026-03-03T09:00:00+01:00', false],
    ['unified-2025-01', 'B', 'unprinted', '2026-03-03T09:00:00+01:00', true],
    ['premier-2022', '1', 'unprinted', '2026-03-03T09:00:00+01:00', true],
  ])('%s, severity %s: %s', (edition, severity, how, effective, uncertain) => {
    expect(under(edition, severity, EVENING)).toMatchObject({ facts: { how, effective }, uncertain });
  });

  test('severity B stands in neither list of January 2025 (G-09): with the vendor’s agreement only', () => {
    expect(under('unified-2025-01', 'B', MORNING).because).toEqual(['edition-silent', 'with-agreement']);
    expect(under('unified-2025-01', 'B', MORNING).facts.effective).toBe(MORNING);
  });
});

describe('lowering for want of the customer’s resources (F-SEV-04 to F-SEV-06)', () => {
  const order = orderWith({ services: [], flexAllowance: undefined });
  const rapid = orderWith({
    services: [{ service: 'azure-rapid-response', location: 'odense' }],
    flexAllowance: undefined,
  });
  const lower = (incident: Incident, severity: Severity, within: WorkOrder) => {
    const scene = asEngineer(within, '2026-03-02T12:00:00+01:00');
    return setSeverity(incident, severity, scene.asker, undefined, standingAt(scene), scene, 'no-resources');
  };

  test('cites the chart and says why', () => {
    const lowered = lower(opened(order, '1'), 'B', order);
    expect(lowered).toMatchObject({
      ok: true,
      value: { because: ['no-resources'], event: { reason: 'no-resources' } },
    });
    expect(lowered.ok && lowered.value.citations).toContainEqual({ edition: 'unified-2025-01', section: 'A' });
  });

  test('rapid response speaks of leaving the round-the-clock work only (F-SEV-05)', () => {
    expect(lower(opened(rapid, '1', 'azure-sql-database'), 'B', rapid)).toMatchObject({
      ok: true,
      value: { because: ['no-resources', 'effort-only'] },
    });
  });

  test('raises nothing', () => {
    expect(lower(opened(order, 'B'), 'A', order)).toEqual({ ok: false, failure: 'invalid-argument' });
  });
});

describe('an engineer’s word', () => {
  const order = orderWith({
    services: [{ service: 'unified-enhanced-response', location: 'odense' }],
    flexAllowance: undefined,
  });
  const scene = asEngineer(order, '2026-03-02T11:00:00+01:00');
  const standing = standingAt(scene);
  const incident = withEvent(opened(order, '1'), acknowledged());

  test('says when the next one comes, on the clock of the location', () => {
    const update = postUpdate(incident, { text: 'failing over', nextUpdate: '2026-03-02T11:00:00Z' }, standing, scene);
    expect(update).toMatchObject({ ok: true, value: { nextUpdate: '2026-03-02T12:00:00+01:00', side: 'vendor' } });
  });

  test.each<[string, Scene, Incident, string | undefined, string]>([
    ['a contact', sceneOf(order, '2026-03-02T11:00:00+01:00'), incident, undefined, 'role'],
    ['for a time that has passed', scene, incident, '2026-03-02T10:59:00+01:00', 'invalid-argument'],
    ['once it is over', scene, withEvent(incident, { type: 'resolved', at: MORNING, by: 'e' }), undefined, 'state'],
  ])('is refused %s', (_what, seen, subject, nextUpdate, failure) => {
    expect(postUpdate(subject, { text: 'x', nextUpdate }, standing, seen)).toEqual({ ok: false, failure });
  });

  test('the review after a severity 1: a day is named, then it is given, once (F-UER-06)', () => {
    const over = withEvent(incident, { type: 'resolved', at: '2026-03-02T10:50:00+01:00', by: 'e', side: 'vendor' });
    expect(followUp(incident, {}, standing, scene)).toEqual({ ok: false, failure: 'not-owed' });
    expect(followUp(over, { date: '2026-03-01' }, standing, scene)).toEqual({ ok: false, failure: 'invalid-argument' });
    const planned = followUp(over, { date: '2026-03-06' }, standing, scene);
    if (!planned.ok) throw new Error(planned.failure);
    expect(planned.value).toMatchObject({ what: 'incident-review', section: '2.5' });
    const dated = withEvent(over, planned.value.event);
    expect(deadlinesOf(dated, standing, scene)).toMatchObject([{ what: 'incident-review', due: '2026-03-06' }]);
    const given = followUp(dated, { text: 'held' }, standing, scene);
    if (!given.ok) throw new Error(given.failure);
    expect(deadlinesOf(withEvent(dated, given.value.event), standing, scene)).toEqual([]);
    expect(followUp(withEvent(dated, given.value.event), {}, standing, scene)).toEqual({
      ok: false,
      failure: 'not-owed',
    });
  });
});

describe('what the customer names', () => {
  test('the asker is the contact unless another is named; later words take their place', () => {
    const order = orderWith({ services: [], flexAllowance: undefined });
    const scene = sceneOf(order, MORNING);
    const incident = opened(order, 'B');
    expect(factsOf(incident).contact).toEqual({ name: 'Ane Ad' });
    const named = decideStep(
      incident,
      'noted',
      { text: 'ask Kim', contact: 'Kim', contactPhone: '+45 3', changeAuthority: 'Lis' },
      standingAt(scene),
      scene,
    );
    if (!named.ok) throw new Error(named.failure);
    expect(factsOf(withEvent(incident, named.value.event))).toMatchObject({
      contact: { name: 'Kim', phone: '+45 3' },
      changeAuthority: 'Lis',
    });
  });

  test('the consent to an early start is kept with who gave it (F-MSCIR-04)', () => {
    const order = orderWith({ services: [], flexAllowance: undefined });
    const scene = sceneOf(order, MORNING);
    const incident = opened(order, '1');
    const noted = decideStep(incident, 'noted', { text: 'begin', earlyStart: true }, standingAt(scene), scene);
    if (!noted.ok) throw new Error(noted.failure);
    expect(noted.value.event).toMatchObject({ earlyStart: true, by: ADMINISTRATOR, side: 'customer' });
    expect(noted.value).toMatchObject({
      told: { because: ['early-start'] },
      citations: [{ edition: 'unified-2025-01', section: '2.4' }],
    });
    expect(withEvent(incident, noted.value.event).earlyStart).toBe(true);
  });

  test('only the vendor says what the cause was', () => {
    const order = orderWith({ services: [], flexAllowance: undefined });
    const incident = withEvent(opened(order, '1'), acknowledged());
    const by = (scene: Scene) =>
      decideStep(incident, 'resolved', { cause: 'product-defect' }, standingAt(scene), scene);
    expect(by(sceneOf(order, MORNING))).toEqual({ ok: false, failure: 'role' });
    expect(by(asEngineer(order, MORNING))).toMatchObject({ ok: true, value: { event: { cause: 'product-defect' } } });
  });
});

test('each person of the customer’s is asked once how it went (F-RESP-10)', () => {
  const order = orderWith({ services: [], flexAllowance: undefined });
  const { asker } = sceneOf(order, MORNING);
  const resolved = withEvent(opened(order, 'C'), { type: 'resolved', at: MORNING, by: 'e', side: 'vendor' });
  expect(offeredCommands(resolved, asker)).toContain('survey.answer');
  const answered = withEvent(resolved, { type: 'survey-answered', at: MORNING, by: asker.user, score: 4 });
  expect(isSurveyed(answered, asker)).toBe(false);
  expect(isSurveyed(answered, { ...asker, user: 'another' })).toBe(true);
  expect(isSurveyed(opened(order, 'C'), asker)).toBe(false);
});
