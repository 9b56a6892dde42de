/** From a step of the dialog to a decision: who may, what is missing, and what the core says. */
import { randomUUID } from 'node:crypto';
import type { ClauseSearch } from '../../src/catalogue/search.ts';
import type { Decision } from '../../src/command/answer.ts';
import { type CommandName, contracts, IncidentFacts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Store } from '../../src/store/port.ts';
import type { CalendarLink } from '../calendar/calendar-links.ts';
import { CONFIRMATION } from '../dialogs/dialog.ts';
import { dialIn, type Talk } from '../dialogs/small-talk.ts';
import type { Step } from '../dialogs/step.ts';
import { readArguments } from './arguments.ts';
import { mayGive, run } from './handlers.ts';
import { refused, type Shell } from './outcome.ts';
import { triageBeside } from './triage.ts';
import { productsMeant, whichProduct } from './which-product.ts';
import { whomToAsk } from './whom-to-ask.ts';

export interface DecidingParts {
  readonly store: Store;
  readonly search: ClauseSearch;
  readonly calendarLink?: CalendarLink;
}

export type Decide = (step: Step, scene: Scene, commandId?: string) => Promise<Decision>;

const nothing = { command: '', args: {}, facts: {}, citations: [] } as const;

/** Makes the one way from a step to a decision. `commandId` is the same for every delivery of the same turn. */
export function createDecide({ calendarLink, ...parts }: DecidingParts): Decide {
  const shellFor = (commandId: string | undefined, confirmed: boolean): Shell => ({
    ...parts,
    ...(calendarLink === undefined ? {} : { calendarLink }),
    confirmed,
    commandId: commandId ?? randomUUID(),
  });

  async function give(
    command: CommandName,
    raw: Readonly<Record<string, unknown>>,
    scene: Scene,
    shell: Shell,
  ): Promise<Decision> {
    if (scene.workOrders.length === 0 && command !== 'help')
      return { command, args: raw, ...refused('unknown-tenant') };
    if (!mayGive(command, scene)) return { command, args: raw, ...refused('role') };
    const among = productsMeant(command, raw, scene);
    if (among !== undefined) return whichProduct(command, raw, among);
    if (command === 'flex.check' && raw.amount === undefined && !hasFlexTerms(scene))
      return give('balance.show', { what: 'flex' }, scene, shell);
    const read = readArguments(command, raw, scene.knowledge);
    if (read.kind === 'complete')
      return { command, args: { ...read.args }, ...(await run(command, read.args, scene, shell)) };
    const { missing, because, args } = read;
    const beside = command === 'incident.open' ? triageBeside(args, scene) : undefined;
    return {
      ...nothing,
      command,
      args,
      status: 'needs-input',
      missing,
      ...(because.length > 0 ? { because } : {}),
      facts: missing[0] === 'incident' ? await openIncidents(scene, shell) : (beside?.facts ?? {}),
      citations: beside?.citations ?? [],
    };
  }

  /** A question of long ago is asked again: with what has been said since, and without doing anything. */
  async function askAnew({ command, args, asked }: Step & { kind: 'lapsed' }, scene: Scene): Promise<Decision> {
    if (asked === CONFIRMATION) {
      const again = await give(command, args, scene, shellFor(undefined, false));
      return { ...again, facts: { ...again.facts, lapsed: true } };
    }
    if (!mayGive(command, scene)) return { command, args, ...refused('role') };
    const missing = asked in contracts[command].args.shape ? [asked] : [];
    return { ...nothing, command, args, status: 'needs-input', missing, facts: { lapsed: true } };
  }

  return async (step, scene, commandId) => {
    switch (step.kind) {
      case 'command':
        return give(step.command, step.args, scene, shellFor(commandId, step.confirmed === true));
      case 'lapsed':
        return askAnew(step, scene);
      case 'dropped':
        return { ...nothing, command: step.command, status: 'answered', facts: { dropped: true } };
      case 'unasked':
        return { ...nothing, status: 'not-understood', because: ['nothing-asked'] };
      case 'talk':
        return courtesy(step.talk, await give('help', {}, scene, shellFor(commandId, false)), scene);
      case 'unclear': {
        const suggestions = step.suggestions.map(({ command, args }) => ({ command, args }));
        return { ...nothing, status: 'not-understood', suggestions };
      }
    }
  };
}

/** Where no edition of the customer's knows a flex allowance, there is no amount to ask for. */
const hasFlexTerms = ({ workOrders, knowledge }: Scene): boolean =>
  workOrders.some(({ edition }) => knowledge.editions.get(edition)?.flexAllowance !== null);

/** A short word in place of the list of commands; what the desk is not for, it has not understood. */
function courtesy({ kind, emergency }: Talk, help: Decision, scene: Scene): Decision {
  const { workOrders, asker } = scene;
  if (kind === 'off-topic') return { ...nothing, status: 'not-understood', facts: { smallTalk: kind } };
  const locations = workOrders.flatMap(({ locations: all }) => all);
  const own = locations.filter(({ id }) => asker.locations.includes(id));
  const countries = [...own, ...locations].map(({ country }) => country);
  const dial = emergency === undefined ? {} : { dial: dialIn(countries, emergency) };
  const people = kind === 'person' ? { people: whomToAsk(scene) } : {};
  return { ...help, status: 'answered', facts: { commands: [], ...help.facts, smallTalk: kind, ...dial, ...people } };
}

const MOST_CHOICES = 5;

/** The open incidents that the asker sees, to choose from; nothing where there are too many for buttons. */
async function openIncidents(scene: Scene, shell: Shell): Promise<{ choices?: readonly IncidentFacts[] }> {
  if (!mayGive('incident.list', scene)) return {};
  const { facts } = await run('incident.list', { filter: 'open' }, scene, shell);
  const listed = IncidentFacts.array().safeParse(facts.incidents);
  const fits = listed.success && listed.data.length > 0 && listed.data.length <= MOST_CHOICES;
  return fits ? { choices: listed.data } : {};
}

/** The newest incident that the asker sees, or undefined. */
export async function newestIncident(decide: Decide, scene: Scene): Promise<string | undefined> {
  if (!mayGive('incident.list', scene)) return undefined;
  const { facts } = await decide({ kind: 'command', command: 'incident.list', args: { filter: 'all' } }, scene);
  const listed = IncidentFacts.array().safeParse(facts.incidents);
  const newest = listed.success
    ? [...listed.data].sort((a, b) => Date.parse(b.opened) - Date.parse(a.opened))[0]
    : undefined;
  return newest?.id;
}
