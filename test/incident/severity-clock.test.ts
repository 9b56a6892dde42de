/** From when the first response to another severity counts: the three rules that a work order may set (design §3). */
import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Scene } from '../../src/command/scene.ts';
import { setSeverity } from '../../src/incident/change-severity.ts';
import { clocksOf } from '../../src/incident/clocks.ts';
import { type Incident, incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { decideStep } from '../../src/incident/take-step.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

const at = (time: string): string => `2026-03-02T${time}:00+01:00`;
const orderUnder = (severityClock: string): WorkOrder =>
  orderWith({ services: [], flexAllowance: undefined, severityClock });

const asEngineer = (order: WorkOrder, time: string): Scene => ({
  ...sceneOf(order, at(time)),
  asker: { user: 'e', name: 'Bo', roles: ['engineer'], locations: [], teams: [] },
});

function opened(order: WorkOrder, severity: Severity): Incident {
  const scene = sceneOf(order, at('10:00'));
  const opening = openIncident({ product: 'windows-server', severity, summary: 'x' }, standingAt(scene), scene);
  if (!opening.ok) throw new Error(opening.failure);
  return incidentOf('INC-1', [opening.value.event]);
}

function acknowledged(incident: Incident, order: WorkOrder, time: string): Incident {
  const scene = asEngineer(order, time);
  const step = decideStep(incident, 'acknowledged', {}, standingAt(scene), scene);
  if (!step.ok) throw new Error(step.failure);
  return incidentOf('INC-1', [...incident.events, step.value.event]);
}

function set(incident: Incident, severity: Severity, order: WorkOrder, time: string): Incident {
  const scene = asEngineer(order, time);
  const decided = setSeverity(incident, severity, scene.asker, undefined, standingAt(scene), scene);
  if (!decided.ok) throw new Error(decided.failure);
  return incidentOf('INC-1', [...incident.events, decided.value.event]);
}

const responses = (incident: Incident, order: WorkOrder, time: string): string[] => {
  const scene = sceneOf(order, at(time));
  return clocksOf(incident, standingAt(scene), scene)
    .filter(({ what }) => what === 'first-response')
    .map(({ state, due = '' }) => `${state} ${due.slice(11, 16)}`);
};

describe('raised from B to 1 at 10:30, nobody having responded', () => {
  test.each([
    ['forward', ['ended 12:00', 'running 11:30']],
    ['from-opening', ['ended 12:00', 'running 11:00']],
    ['reset', ['ended 12:00', 'running 11:30']],
  ])('%s', (rule, expected) => {
    const order = orderUnder(rule);
    expect(responses(set(opened(order, 'B'), '1', order, '10:30'), order, '10:40')).toEqual(expected);
  });
});

describe('raised from B to 1 at 11:00, after a first response at 10:20', () => {
  const raised = (rule: string) => {
    const order = orderUnder(rule);
    return { order, incident: set(acknowledged(opened(order, 'B'), order, '10:20'), '1', order, '11:00') };
  };

  test.each(['forward', 'from-opening'])('%s: none is owed again', (rule) => {
    const { order, incident } = raised(rule);
    expect(responses(incident, order, '11:10')).toEqual(['met 12:00']);
    expect(incident.state).toBe('acknowledged');
  });

  test('reset: one is owed again within an hour, and the engineer gives it', () => {
    const { order, incident } = raised('reset');
    expect(responses(incident, order, '11:10')).toEqual(['met 12:00', 'running 12:00']);
    expect(incident.state).toBe('open');
    const again = acknowledged(incident, order, '11:15');
    expect(responses(again, order, '11:20')).toEqual(['met 12:00', 'met 12:00']);
    expect(again.state).toBe('acknowledged');
    expect(responses(incident, order, '12:30')).toEqual(['met 12:00', 'missed 12:00']);
  });
});

describe('mitigated at 10:20 without an acknowledgement, then lowered from 1 to B at 10:40', () => {
  const lowered = (rule: string) => {
    const order = orderUnder(rule);
    const scene = asEngineer(order, '10:20');
    const start = opened(order, '1');
    const step = decideStep(start, 'mitigated', {}, standingAt(scene), scene);
    if (!step.ok) throw new Error(step.failure);
    const mitigated = incidentOf('INC-1', [...start.events, step.value.event]);
    return { order, incident: set(mitigated, 'B', order, '10:40') };
  };

  test.each(['forward', 'from-opening'])('%s: no response is owed, for nobody could give it', (rule) => {
    const { order, incident } = lowered(rule);
    expect(responses(incident, order, '16:00')).toEqual(['ended 11:00']);
    expect([incident.state, incident.plan.due]).toEqual(['mitigated', at('11:00')]);
  });

  test('reset: one is owed, and the engineer gives it', () => {
    const { order, incident } = lowered('reset');
    expect(responses(incident, order, '10:50')).toEqual(['ended 11:00', 'running 12:40']);
    expect(responses(acknowledged(incident, order, '11:15'), order, '11:20')).toEqual(['ended 11:00', 'met 12:40']);
  });
});

describe('lowered from 1 to C at 11:30, the response missed at 11:00', () => {
  test.each([
    ['forward', ['missed 11:00', 'running 15:30']],
    ['from-opening', ['missed 11:00', 'running 14:00']],
    ['reset', ['missed 11:00', 'running 15:30']],
  ])('%s: the miss stays on record', (rule, expected) => {
    const order = orderUnder(rule);
    expect(responses(set(opened(order, '1'), 'C', order, '11:30'), order, '11:40')).toEqual(expected);
  });
});
