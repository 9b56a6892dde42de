/**
 * Starts the desk: the one place where all parts are put together.
 *   npm start         with sample customers and the chat in the browser (-- --as engineer: a second one, as an engineer)
 *   npm run serve     as it runs behind Teams
 */
import pino from 'pino';
import { readVerb } from '../cards/verbs.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { type Configuration, describe, readConfiguration } from './configuration.ts';
import { deliveriesOf } from './deliveries.ts';
import { tenantsKnown } from './desk/work-orders.ts';
import type { IncidentTeller } from './follow/incident-card.ts';
import { createIncidentTeller } from './follow/incident-teller.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { createChooser } from './model/chooser.ts';
import { openDesk } from './open-desk.ts';
import { operatorRoutes } from './operator/operator-routes.ts';
import { deadLettersIn } from './outbox/dead-letters.ts';
import { openPlaygrounds, wantsEngineer, welcome } from './playgrounds.ts';
import { sampleCaller, seedSamples } from './samples.ts';
import { openSchedule } from './schedule/open-schedule.ts';
import { createServer } from './server.ts';
import type { References } from './teams/references.ts';
import { createTeams } from './teams/teams.ts';

const withPlayground = process.argv.includes('--playground');
const local = withPlayground ? { DESK_LOCAL_TENANT: sampleCaller.tenant } : {};
const configuration = readConfiguration({ ...local, ...process.env });

if (configuration.ok) await start(configuration.value);
else stop(`The settings are wrong:\n${describe(configuration.failure)}\nnpm run doctor checks every link.`);

async function start(settings: Configuration): Promise<void> {
  const log = pino({ name: 'desk', level: withPlayground ? 'warn' : settings.logLevel });
  let wake = (): void => {};
  const { model } = settings;
  const chooser = model === undefined ? {} : { chooser: createChooser({ configuration: model, now: Date.now, log }) };
  const portal = settings.portal === undefined ? {} : { portal: settings.portal };
  const reached = settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl };
  const opened = await openDesk({ data: settings.data, onMessages: () => wake(), ...chooser, ...portal, ...reached });
  if (!opened.ok) return stop(opened.failure);
  const { desk, store, knowledge, presenter } = opened.value;
  if (withPlayground) await seedSamples(store, knowledge, Date.now());
  const schedule = openSchedule({ store, knowledge, log });
  const deliveries = await deliveriesOf({
    store,
    knowledge,
    presenter,
    schedule,
    log,
    environment: process.env,
    ...portal,
  });
  const tellerFor = (references: References): IncidentTeller =>
    createIncidentTeller({ store, knowledge, presenter, references, clock: Date.now });
  const knows = tenantsKnown(store);
  const face = { configuration: settings.teams, knows, readVerb, deliveries, tellerFor };
  const teams = createTeams({ desk, store, log, ...face });
  wake = () => teams.outbox.wake();
  const letters = deadLettersIn(store, () => teams.outbox.wake());
  const calendar = calendarRoutes({ store, knowledge, clock: Date.now });
  const server = createServer({
    routes: [...teams.routes, ...operatorRoutes(letters, settings.operatorKey), ...calendar],
    ready: { store: async () => (await store.tenants('work-order')).length >= 0 },
    log,
  });
  const address = await server.listen(settings.port, settings.host);
  const listening = { port: address.port, anyPort: settings.port === 0 };
  teams.start();
  schedule.start();
  giveBackMemory();
  const playgrounds = withPlayground ? await openPlaygrounds(listening, wantsEngineer(process.argv)) : undefined;
  if (playgrounds === undefined) console.log(`The desk listens on ${settings.host}:${address.port}.`);
  else console.log(welcome(playgrounds));
  const end = async (): Promise<void> => {
    await playgrounds?.stop();
    await server.close();
    await schedule.stop();
    await teams.stop();
    await desk.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
