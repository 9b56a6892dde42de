/** The whole way from the channel into the store: what repeats, and what several people do at once, has one effect. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadIncident } from '../../../bot/desk/incidents.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import { ALEX, FJORD, openTestDesk, sample, type TestDesk } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';
import { messageOf, pressOf } from './support/activities.ts';
import { type Connector, startConnector } from './support/connector.ts';
import { type Running, startTeams } from './support/running-teams.ts';

const ATELIER = '1a2b3c4d-5e6f-4708-9a0b-1c2d3e4f5061';
const JULES = '20000000-0000-4000-8000-000000000001';
const IDA = { id: '30000000-0000-4000-8000-000000000001', name: 'Ida Brandt' };
const BO = { id: '30000000-0000-4000-8000-000000000009', name: 'Bo Falk' };

let real: TestDesk;
let running: Running;
let connector: Connector;
let incident: string;

beforeAll(async () => {
  connector = await startConnector();
  real = await openTestDesk();
  const [first, ...others] = (sample('fjord-logistics-teams.json') as { teams: { engineers: object[] }[] }).teams;
  const engineers = [IDA, BO].map(({ id, name }) => ({ userId: id, name }));
  const teams = [{ ...first, engineers }, ...others];
  const content = { ...sample('fjord-logistics-teams.json'), teams };
  expect(await importSupportTeams(real.store, knowledge, content)).toMatchObject({ ok: true });
  running = await startTeams({ kind: 'local' }, { desk: real.desk, store: real.store });
});

afterAll(async () => {
  await running.stop();
  await connector.close();
});

type Person = { readonly id: string; readonly name?: string };

/** What belongs to a person's activity: who, in which tenant, where answers go. */
const by = ({ id, name = 'Alex Lind' }: Person, tenant = FJORD) => ({
  serviceUrl: connector.url,
  from: { id: `29:${id}`, name, aadObjectId: id },
  conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
});
const alex: Person = { id: ALEX };

interface Told {
  readonly text: string;
}

/** Sends it and gives the words of what comes back. */
async function pressed(activity: object): Promise<Told> {
  const body = (await (await running.post(activity)).json()) as { value: { speak?: string } | string };
  return { text: typeof body.value === 'string' ? body.value : (body.value.speak ?? '') };
}

const acknowledge = (person: Person, revision = 1, tenant = FJORD) =>
  pressOf(
    'incident.acknowledge',
    { incident, commandKey: { incident, verb: 'incident.acknowledge', revision } },
    by(person, tenant),
  );

const events = async (): Promise<(string | undefined)[]> =>
  ((await loadIncident(real.store, FJORD, incident))?.events ?? []).map(({ type, byName }) => `${type} ${byName}`);

beforeEach(async () => {
  const command = { command: 'incident.open', args: { product: 'azure-sql-database', severity: 'A', summary: 'x' } };
  const opened = await real.desk.perform({ tenant: FJORD, user: ALEX, ...command, command: 'incident.open' });
  incident = (opened.facts.incident as { id: string }).id;
  connector.posted.length = 0;
});

describe('one effect, and a clear answer each', () => {
  test('the same message delivered five times at once opens one incident and is answered once', async () => {
    const before = (await real.store.list(FJORD, 'incident')).items.length;
    const activity = messageOf('Open a severity C incident: OneDrive does not sync in Lyon', by(alex));
    const answers = await Promise.all(Array.from({ length: 5 }, () => running.post(activity)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await real.store.list(FJORD, 'incident')).items.length).toBe(before + 1);
    expect(connector.posted.length).toBe(1);
  });

  test('the same press delivered five times at once acknowledges once, and each gets the same card', async () => {
    const press = acknowledge(IDA);
    const bodies = await Promise.all(Array.from({ length: 5 }, async () => (await running.post(press)).text()));
    expect([new Set(bodies).size, await events()]).toEqual([1, ['opened Alex Lind', 'acknowledged Ida Brandt']]);
  });

  test('the same button pressed by two people at once: one did it, and the other is told who and when', async () => {
    const answers = await Promise.all([pressed(acknowledge(IDA)), pressed(acknowledge(BO))]);
    const history = await events();
    expect(history).toHaveLength(2);
    const winner = history[1]?.replace('acknowledged ', '') ?? '';
    const late = answers.filter(({ text }) => text.includes('This has been done already.'));
    expect(late).toHaveLength(1);
    expect(late[0]?.text).toContain(`Acknowledged: 10:00 today, Monday 2 March, ${winner}`);
  });

  test('two people at once on a step that could be taken twice: it is still one press', async () => {
    await running.post(acknowledge(IDA));
    const escalate = (person: Person) =>
      pressOf(
        'incident.escalate',
        { incident, commandKey: { incident, verb: 'incident.escalate', revision: 2 } },
        by(person),
      );
    const answers = await Promise.all([pressed(escalate(IDA)), pressed(escalate(BO))]);
    expect((await events()).filter((event) => event?.startsWith('escalated'))).toHaveLength(1);
    expect(answers.filter(({ text }) => /Escalated: 10:00 today, Monday 2 March, /.test(text))).toHaveLength(1);
  });

  test('a button on an old card, when the incident has gone on: nothing is done, and it says how it stands', async () => {
    await running.post(acknowledge(IDA));
    const key = { incident, verb: 'incident.resolve', revision: 2 };
    await running.post(pressOf('incident.resolve', { incident, commandKey: key }, by(IDA)));
    const before = await events();
    const { text } = await pressed(acknowledge(BO));
    expect(await events()).toEqual(before);
    expect(text).toContain('Resolved: 10:00 today, Monday 2 March, Ida Brandt');
  });

  test('an incident number of another tenant is as unknown as one that nobody has', async () => {
    const there = await pressed(acknowledge({ id: JULES, name: 'Jules Aron' }, 1, ATELIER));
    const shown = await pressed(pressOf('incident.show', { incident }, by({ id: JULES, name: 'Jules Aron' }, ATELIER)));
    const nobodys = await pressed(
      pressOf('incident.show', { incident: 'INC-000000' }, by({ id: JULES, name: 'Jules Aron' }, ATELIER)),
    );
    expect(await events()).toEqual(['opened Alex Lind']);
    expect(shown.text).toBe(nobodys.text);
    expect(there.text).not.toContain('Azure');
  });

  test('twenty people at once: one effect', async () => {
    const presses = Array.from({ length: 20 }, (_, at) => acknowledge(at % 2 === 0 ? IDA : BO));
    await Promise.all(presses.map((press) => running.post(press)));
    expect((await events()).filter((event) => event?.startsWith('acknowledged'))).toHaveLength(1);
  });
});
