/** The clients in the browser that `npm start` opens: the sample administrator's, and an engineer's when asked for. */
import { sampleCaller, sampleColleagues, sampleEngineer } from './samples.ts';
import { mayOpenBrowser } from './teams/playground/browser.ts';
import { incidentsChannel, type PlaygroundPerson } from './teams/playground/people.ts';
import { type Playground, startPlayground } from './teams/playground/playground.ts';

/** Where the desk listens; one that takes any free port wants the same of its Playground, as two desks do beside one another. */
export interface Listening {
  readonly port: number;
  readonly anyPort: boolean;
}

export interface Playgrounds {
  readonly administrator: Playground;
  /** With `--as engineer`: the same desk, seen by an engineer of the sample's support teams. */
  readonly engineer: Playground | undefined;
  stop(): Promise<void>;
}

const administrator: PlaygroundPerson = { id: sampleCaller.user, name: sampleCaller.name };

/** Whether the words of the command line ask for the engineer's client too. */
export const wantsEngineer = (words: readonly string[]): boolean => words[words.indexOf('--as') + 1] === 'engineer';

/** Opens them beside the desk; without them the desk still answers, so a failure is told and not fatal. */
export async function openPlaygrounds(desk: Listening, withEngineer: boolean): Promise<Playgrounds | undefined> {
  const first = await open(desk, administrator, sampleColleagues);
  if (first === undefined) return undefined;
  const engineer = withEngineer ? await open(desk, sampleEngineer, [administrator], '-engineer') : undefined;
  await (engineer ?? first).enter(incidentsChannel);
  return {
    administrator: first,
    engineer,
    async stop() {
      await Promise.all([first.stop(), engineer?.stop()]);
    },
  };
}

async function open(
  { port, anyPort }: Listening,
  caller: PlaygroundPerson,
  others: readonly PlaygroundPerson[],
  suffix = '',
): Promise<Playground | undefined> {
  const started = await startPlayground({
    desk: `http://127.0.0.1:${port}`,
    people: { tenant: sampleCaller.tenant, caller, others, suffix },
    ...(anyPort ? { port: 0 } : {}),
    openBrowser: mayOpenBrowser(process.env, process.stdout.isTTY),
  });
  if (started.ok) return started.value;
  process.stderr.write(`${started.failure}\n`);
  return undefined;
}

/** What to open, who one is, and what to ask first. */
export function welcome({ administrator: { url }, engineer }: Playgrounds): string {
  return `
Entitlement Desk is ready.  Open  ${url}

You are ${sampleCaller.name}, administrator of the sample customer Fjord Logistics. Ask, for example:
  How fast will you respond if our Azure SQL is down?
  And for severity B?
  Do we have Azure Rapid Response in Lyon?
  Open an incident
  How many credits do we have left?
  help
${engineerLine(engineer)}
Ctrl+C ends it.
`;
}

const engineerLine = (engineer: Playground | undefined): string =>
  engineer === undefined
    ? 'Incidents show in the channel "Incidents" of the team. npm start -- --as engineer lets you be the engineer too.'
    : `Open  ${engineer.url}  to be ${sampleEngineer.name}, engineer: look into the channel "Incidents" of the team.`;
