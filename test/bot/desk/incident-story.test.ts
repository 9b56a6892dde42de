import { expect, test } from '@jest/globals';
import { storyOf } from '../../../bot/desk/incident-story.ts';
import { setSeverity } from '../../../src/incident/change-severity.ts';
import { incidentOf } from '../../../src/incident/incident.ts';
import { orderWith, sceneOf, standingAt } from '../../support/world.ts';
import { acknowledged, incidentWith } from '../webhooks/samples.ts';

const order = orderWith();
const at = (time: string) => sceneOf(order, `2026-03-02T${time}:00+01:00`);

/** The minutes that the proof of the promise counts, and when it is due. */
function proved(incident: ReturnType<typeof incidentWith>): readonly [number, string] {
  const { plan } = storyOf(incident, standingAt(at('11:30')), at('11:30'));
  const minutes = plan.proof.segments.reduce((sum, segment) => sum + (segment.counted ? segment.minutes : 0), 0);
  return [minutes, plan.due.slice(11, 16)];
}

test('a due instant is proved by the time of its own promise, and by no other', () => {
  const incident = incidentWith(acknowledged);
  expect(proved(incident)).toEqual([15, '10:15']);
  const engineer = { ...at('11:30').asker, roles: ['engineer' as const] };
  const set = setSeverity(incident, '1', engineer, undefined, standingAt(at('11:30')), at('11:30'));
  if (!set.ok) throw new Error(set.failure);
  expect(proved(incidentOf(incident.id, [...incident.events, set.value.event]))).toEqual([0, '10:15']);
});
