/**
 * Starts the desk: the one place where all parts are put together.
 *   npm start         with sample customers and the chat in the browser
 *   npm run serve     as it runs behind Teams
 */
import pino from 'pino';
import { readVerb } from '../cards/verbs.ts';
import { type Configuration, describe, readConfiguration } from './configuration.ts';
import { deliveriesOf } from './deliveries.ts';
import { createChooser } from './model/chooser.ts';
import { openDesk } from './open-desk.ts';
import { operatorRoutes } from './operator/operator-routes.ts';
import { deadLettersIn } from './outbox/dead-letters.ts';
import { sampleCaller, sampleColleagues, seedSamples } from './samples.ts';
import { openSchedule } from './schedule/open-schedule.ts';
import { createServer } from './server.ts';
import { mayOpenBrowser } from './teams/playground/browser.ts';
import { type Playground, startPlayground } from './teams/playground/playground.ts';
import { createTeams } from './teams/teams.ts';

const withPlayground = process.argv.includes('--playground');
const local = withPlayground ? { DESK_LOCAL_TENANT: sampleCaller.tenant, DESK_LOCAL_USER: sampleCaller.user } : {};
const configuration = readConfiguration({ ...local, ...process.env });

if (configuration.ok) await start(configuration.value);
else stop(`The settings are wrong:\n${describe(configuration.failure)}\nnpm run doctor checks every link.`);

async function start(settings: Configuration): Promise<void> {
  const log = pino({ name: 'desk', level: withPlayground ? 'warn' : settings.logLevel });
  let wake = (): void => {};
  const { model } = settings;
  const chooser = model === undefined ? {} : { chooser: createChooser({ configuration: model, now: Date.now, log }) };
  const portal = settings.portal === undefined ? {} : { portal: settings.portal };
  const opened = await openDesk({ data: settings.data, onMessages: () => wake(), ...chooser, ...portal });
  if (!opened.ok) return stop(opened.failure);
  const { desk, store, knowledge } = opened.value;
  if (withPlayground) await seedSamples(store, knowledge, new Date().getFullYear());
  const schedule = openSchedule({ store, knowledge, log });
  const deliveries = await deliveriesOf({ store, knowledge, schedule, log, environment: process.env, ...portal });
  const teams = createTeams({ desk, store, configuration: settings.teams, readVerb, log, deliveries });
  wake = () => teams.outbox.wake();
  const letters = deadLettersIn(store, () => teams.outbox.wake());
  const server = createServer({
    routes: [...teams.routes, ...operatorRoutes(letters, settings.operatorKey)],
    ready: { store: async () => (await store.tenants('work-order')).length >= 0 },
    log,
  });
  const address = await server.listen(settings.port, settings.host);
  teams.start();
  schedule.start();
  const playground = withPlayground ? await openPlayground(address.port) : undefined;
  if (playground === undefined) console.log(`The desk listens on ${settings.host}:${address.port}.`);
  else console.log(welcome(playground.url));
  const end = async (): Promise<void> => {
    await playground?.stop();
    await server.close();
    await schedule.stop();
    await teams.stop();
    await desk.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
}

/** The chat in the browser; without it the desk still answers, so a failure is told and not fatal. */
async function openPlayground(port: number): Promise<Playground | undefined> {
  const { tenant, user, name } = sampleCaller;
  const started = await startPlayground({
    desk: `http://127.0.0.1:${port}`,
    people: { tenant, caller: { id: user, name }, others: sampleColleagues },
    openBrowser: mayOpenBrowser(process.env, process.stdout.isTTY),
  });
  if (started.ok) return started.value;
  process.stderr.write(`${started.failure}\n`);
  return undefined;
}

/** What to open, who one is, and what to ask first. */
function welcome(url: string): string {
  return `
Entitlement Desk is ready.  Open  ${url}

You are ${sampleCaller.name}, administrator of the sample customer Fjord Logistics. Ask, for example:
  How fast will you respond if our Azure SQL is down?
  And for severity B?
  Do we have Azure Rapid Response in Lyon?
  Open an incident
  How many credits do we have left?
  help
Ctrl+C ends it.
`;
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
