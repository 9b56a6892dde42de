import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ArgsOf } from '../../src/command/contract.ts';
import { deadlinesOf } from '../../src/incident/clocks.ts';
import { Opened } from '../../src/incident/events.ts';
import { factsOf, incidentOf } from '../../src/incident/incident.ts';
import { incidentId } from '../../src/incident/incident-id.ts';
import { openedFacts, openIncident } from '../../src/incident/open-incident.ts';
import { ADMINISTRATOR, LYON_CONTACT, orderWith, sceneOf, standingAt } from '../support/world.ts';

function open(args: ArgsOf<'incident.open'>, user = ADMINISTRATOR) {
  const scene = sceneOf(orderWith(), '2026-03-02T09:20:00+01:00', user);
  return openIncident(args, standingAt(scene, args.location), scene);
}

describe('opening an incident', () => {
  const args = { product: 'azure-sql-database', severity: '1', summary: 'orders are down' } as const;

  test('promises what the chart says and goes to its team', () => {
    const opening = open(args);
    const scene = sceneOf(orderWith(), '2026-03-02T09:20:00+01:00');
    expect(opening.ok && openedFacts('INC-1', opening.value, standingAt(scene), scene)).toMatchObject({
      incident: {
        id: 'INC-1',
        severity: '1',
        state: 'open',
        product: 'azure-sql-database',
        location: 'odense',
        filed: false,
      },
      plan: { chart: 'azure-rapid-response', firstResponseMinutes: 15, due: '2026-03-02T09:35:00+01:00' },
      queue: 'rapid-response',
      nextSteps: expect.arrayContaining(['file-in-portal', 'await-first-response', 'resources-continuous']),
    });
  });

  test('says that the desk files the case where it has the means, and only what belongs in the portal', () => {
    const scene = { ...sceneOf(orderWith()), filesInPortal: true };
    const stepsAt = (severity: 'A' | 'C'): string[] => {
      const args = { product: 'azure-sql-database', severity, summary: 'Down', location: 'odense' } as const;
      const opening = openIncident(args, standingAt(scene), scene);
      return opening.ok ? openedFacts('INC-1', opening.value, standingAt(scene), scene).nextSteps : [];
    };
    expect(stepsAt('A')).toContain('desk-files');
    expect(stepsAt('A')).not.toContain('file-in-portal');
    expect(stepsAt('C')).not.toContain('desk-files');
  });

  test('turns an impact into the severity that it stands for (F-SEV-02)', () => {
    const rest = { product: 'onedrive', summary: 'x' } as const;
    const severityFor = (impact: ArgsOf<'incident.open'>['impact']) => {
      const opening = open({ ...rest, impact });
      return opening.ok ? opening.value.event.severity : undefined;
    };
    expect([
      severityFor('system-down'),
      severityFor('significant-degradation'),
      severityFor('moderate'),
      severityFor('minor'),
    ]).toEqual(['1', 'A', 'B', 'C']);
  });

  test('is for contacts at their own locations', () => {
    expect(open({ ...args, location: 'odense' }, LYON_CONTACT)).toEqual({ ok: false, failure: 'role' });
    expect(open({ ...args, location: 'lyon' }, LYON_CONTACT)).toMatchObject({ ok: true });
    expect(open(args, 'nobody')).toEqual({ ok: false, failure: 'role' });
  });

  test('keeps the words as they were typed', () => {
    const summary = '<script>alert(1)</script> and ${user.name}';
    const opening = open({ ...args, summary });
    expect(opening.ok && opening.value.event.summary).toBe(summary);
  });

  test('makes an event that its own schema takes, and that folds back', () => {
    const opening = open(args);
    if (!opening.ok) throw new Error(opening.failure);
    const event = Opened.parse(JSON.parse(JSON.stringify(opening.value.event)));
    const incident = incidentOf('INC-1', [event]);
    expect(factsOf(incident)).toMatchObject({ state: 'open', openedBy: 'Ane Ad' });
    const scene = sceneOf(orderWith(), '2026-03-02T09:20:00+01:00');
    expect(deadlinesOf(incident, standingAt(scene), scene)).toEqual([
      {
        what: 'first-response',
        due: '2026-03-02T09:35:00+01:00',
        because: ['azure-rapid-response', 'elapsed'],
        incident: 'INC-1',
      },
    ]);
  });
});

describe('an incident’s number', () => {
  test('is short and speakable, the same for the same command, another for the next attempt', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 7 }), (command, attempt) => {
        expect(incidentId(command, attempt)).toMatch(/^INC-[1-9]\d{5}$/);
        expect(incidentId(command, attempt)).toBe(incidentId(command, attempt));
      }),
    );
    expect(incidentId('a', 0)).not.toBe(incidentId('a', 1));
  });

  test('grows by a digit when eight attempts were taken', () => {
    expect(incidentId('a', 8)).toMatch(/^INC-[1-9]\d{6}$/);
  });

  test('spreads: of 10,000 commands fewer than one in fifty share a number', () => {
    const numbers = new Set(Array.from({ length: 10_000 }, (_, index) => incidentId(`tenant/command-${index}`, 0)));
    expect(numbers.size).toBeGreaterThan(9_800);
  });
});
