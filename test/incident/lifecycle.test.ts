import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IncidentState } from '../../src/command/contract.ts';
import { deadlinesOf } from '../../src/incident/clocks.ts';
import { IncidentEvent, type StepType } from '../../src/incident/events.ts';
import { historyOf, incidentOf } from '../../src/incident/incident.ts';
import { type Actor, offeredCommands, takeStep } from '../../src/incident/lifecycle.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

const contact: Actor = { user: 'c', name: 'Ane', roles: ['contact'] };
const engineer: Actor = { user: 'e', name: 'Bo', roles: ['engineer'] };
const customer: Actor = { user: 'x', name: undefined, roles: ['customer'] };
const AT = '2026-03-02T11:00:00+01:00';

function opened() {
  const scene = sceneOf(orderWith(), '2026-03-02T09:20:00+01:00');
  const opening = openIncident({ product: 'onedrive', severity: 'C', summary: 'x' }, standingAt(scene), scene);
  if (!opening.ok) throw new Error(opening.failure);
  return opening.value.event;
}

const scene = sceneOf(orderWith(), '2026-03-02T10:00:00+01:00');
const dueIn = (incident: Parameters<typeof deadlinesOf>[0]) => deadlinesOf(incident, standingAt(scene), scene);

/** The incident after steps that were all possible. */
function following(...steps: readonly [StepType, Actor][]) {
  let events: readonly IncidentEvent[] = [opened()];
  for (const [type, actor] of steps) {
    const taken = takeStep(incidentOf('INC-1', events), type, actor, AT, undefined);
    if (!taken.ok) throw new Error(`${type}: ${taken.failure}`);
    events = [...events, taken.value];
  }
  return incidentOf('INC-1', events);
}

describe('the life of an incident', () => {
  test.each<[string, readonly [StepType, Actor][], IncidentState]>([
    ['opened', [], 'open'],
    ['acknowledged by a person of the vendor', [['acknowledged', engineer]], 'acknowledged'],
    [
      'mitigated',
      [
        ['acknowledged', engineer],
        ['mitigated', engineer],
      ],
      'mitigated',
    ],
    [
      'resolved',
      [
        ['acknowledged', engineer],
        ['resolved', engineer],
      ],
      'resolved',
    ],
    ['closed by the contact', [['closed', contact]], 'closed'],
    [
      'reopened before a first response',
      [
        ['closed', contact],
        ['reopened', contact],
      ],
      'open',
    ],
    [
      'reopened after one',
      [
        ['acknowledged', engineer],
        ['closed', contact],
        ['reopened', contact],
      ],
      'acknowledged',
    ],
    ['a note changes nothing', [['noted', contact]], 'open'],
    ['an escalation changes nothing', [['escalated', contact]], 'open'],
  ])('%s', (_what, steps, state) => {
    expect(following(...steps).state).toBe(state);
  });

  test('the first response is a person’s of the vendor, and the first one counts (F-FCR-01)', () => {
    expect(takeStep(following(), 'acknowledged', contact, AT, undefined)).toEqual({ ok: false, failure: 'role' });
    expect(dueIn(following()).map(({ what }) => what)).toEqual(['first-response']);
    expect(dueIn(following(['acknowledged', engineer])).map(({ what }) => what)).toEqual(['next-duty']);
    expect(following(['acknowledged', engineer], ['closed', contact], ['reopened', contact]).firstResponse).toBe(AT);
  });

  test.each<[string, StepType, Actor, 'role' | 'state', readonly [StepType, Actor][]]>([
    ['acknowledging twice', 'acknowledged', engineer, 'state', [['acknowledged', engineer]]],
    ['closing what is closed', 'closed', contact, 'state', [['closed', contact]]],
    ['a note on a closed one', 'noted', contact, 'state', [['closed', contact]]],
    ['reopening what is open', 'reopened', contact, 'state', []],
    ['mitigating by a contact', 'mitigated', contact, 'role', []],
    ['anything by somebody without a role', 'noted', customer, 'role', []],
  ])('refuses %s', (_what, type, actor, failure, before) => {
    expect(takeStep(following(...before), type, actor, AT, undefined)).toEqual({ ok: false, failure });
  });

  test('keeps who, when and with what words', () => {
    const noted = takeStep(following(), 'noted', contact, AT, 'it is back');
    if (!noted.ok) throw new Error(noted.failure);
    const incident = incidentOf('INC-1', [...following().events, noted.value]);
    expect(historyOf(incident).at(-1)).toEqual({ at: AT, event: 'noted', by: 'Ane', note: 'it is back' });
  });

  test('any sequence of steps by anybody reaches a known state and folds to the same after a round trip', () => {
    const actor = fc.constantFrom(contact, engineer, customer);
    const type = fc.constantFrom<StepType>(
      'acknowledged',
      'noted',
      'escalated',
      'mitigated',
      'resolved',
      'closed',
      'reopened',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(type, actor), { maxLength: 30 }), (wishes) => {
        let events: readonly IncidentEvent[] = [opened()];
        for (const [wish, who] of wishes) {
          const taken = takeStep(incidentOf('INC-1', events), wish, who, AT, undefined);
          if (taken.ok) events = [...events, taken.value];
        }
        const kept = (JSON.parse(JSON.stringify(events)) as unknown[]).map((event) => IncidentEvent.parse(event));
        const incident = incidentOf('INC-1', kept);
        expect(incident).toEqual(incidentOf('INC-1', events));
        expect(incident.closedAt !== undefined).toBe(incident.state === 'closed');
        if (incident.state === 'acknowledged') expect(incident.firstResponse).toBeDefined();
      }),
    );
  });
});

describe('what a card offers next', () => {
  test.each<[string, Actor, readonly [StepType, Actor][], readonly string[]]>([
    ['a contact on an open one', contact, [], ['severity.request', 'incident.note', 'incident.close']],
    ['an engineer on an open one', engineer, [], ['incident.acknowledge', 'severity.set', 'incident.note']],
    [
      'an engineer who has it',
      engineer,
      [['acknowledged', engineer]],
      ['incident.update', 'incident.mitigate', 'incident.resolve', 'severity.set'],
    ],
    ['a contact on a closed one', contact, [['closed', contact]], ['survey.answer', 'incident.reopen', 'rca.request']],
    ['somebody without a role', customer, [], []],
  ])('%s', (_who, actor, steps, expected) => {
    expect(offeredCommands(following(...steps), actor)).toEqual(expected);
  });
});
