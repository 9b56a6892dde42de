import { describe, expect, test } from '@jest/globals';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { isWanted } from '../../src/incident/filter-incidents.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';

const scene = sceneOf(orderWith({ edition: 'unified-2025-01' }), '2026-03-02T10:00:00+01:00');
const summary = 'Calendars of the board do not synchronise';
const opening = openIncident({ product: 'onedrive', severity: 'C', summary }, standingAt(scene), scene);
if (!opening.ok) throw new Error(opening.failure);
const opened = { ...opening.value.event, by: 'maja' };
const acknowledged: IncidentEvent = { type: 'acknowledged', at: opened.at, by: 'alex' };
const incident = incidentOf('INC-123456', [opened, acknowledged]);

describe('an incident in a list', () => {
  test.each([
    ['nothing is asked', {}, true],
    ['its own severity', { severity: 'C' }, true],
    ['another severity', { severity: 'B' }, false],
    ['its location', { location: opened.location }, true],
    ['another location', { location: 'elsewhere' }, false],
    ['its product', { product: 'onedrive' }, true],
    ['another product', { product: 'azure-maps' }, false],
    ['words of its summary, in any order', { search: 'BOARD calend' }, true],
    ['its number', { search: 'inc-1234' }, true],
    ['a word that it lacks', { search: 'calendars printer' }, false],
    ['no more than blanks', { search: '  ' }, true],
  ] as const)('with %s', (_, wanted, expected) => {
    expect(isWanted(incident, wanted, 'somebody')).toBe(expected);
  });

  test.each([
    ['who opened it', 'maja', true],
    ['who took it on', 'alex', true],
    ['anybody else', 'paul', false],
  ])('is of %s', (_, user, expected) => {
    expect(isWanted(incident, { mine: true }, user)).toBe(expected);
  });
});
