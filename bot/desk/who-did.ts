/** A step that came too late: the answer says what has been done instead, by whom and when. */
import type { CommandName } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import { lastStep, toldOf } from '../../src/incident/last-step.ts';
import { isStepCommand, steps } from '../../src/incident/lifecycle.ts';
import type { Store } from '../../src/store/port.ts';
import { type DoneByAnother, loadIncident } from './incidents.ts';
import { type Outcome, refused } from './outcome.ts';

/** The button had been pressed by somebody else, and did then what it is for. */
export const doneByAnother = ({ event }: DoneByAnother): Outcome => ({
  ...refused('done-before'),
  facts: { before: toldOf(event) },
});

/**
 * A refusal for the incident's state with the step that brought it there; where that was the very step that was asked
 * for, it is no matter of the state but done before. Every other outcome stays as it is.
 */
export async function withWhoDid(
  outcome: Outcome,
  command: CommandName,
  args: Readonly<Record<string, unknown>>,
  { tenant }: Scene,
  store: Store,
): Promise<Outcome> {
  if (outcome.status !== 'refused' || outcome.because?.[0] !== 'state' || typeof args.incident !== 'string')
    return outcome;
  const incident = await loadIncident(store, tenant, args.incident.toUpperCase());
  if (incident === undefined) return outcome;
  const before = lastStep(incident);
  const wanted: string | undefined = isStepCommand(command) ? steps[command] : undefined;
  return { ...outcome, facts: { before }, ...(wanted === before.event ? { because: ['done-before'] } : {}) };
}
