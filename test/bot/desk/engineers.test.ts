import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../bot/desk/desk.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { ALEX, FJORD, openTestDesk, sample } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';

const IDA = '30000000-0000-4000-8000-000000000001';
const THEO = '30000000-0000-4000-8000-000000000002';

let desk: Desk;
let azure: string;
let mail: string;

const perform = (user: string, command: CommandName, args: object = {}, change: object = {}): Promise<Answer> =>
  desk.perform({ tenant: FJORD, user, command, args: { ...args }, ...change });

async function open(product: string, severity: string): Promise<Answer> {
  return perform(ALEX, 'incident.open', { product, severity, summary: 'x', location: 'copenhagen' });
}

const idOf = ({ facts }: Answer): string => (facts.incident as { id: string }).id;
const listed = async (user: string): Promise<string[]> =>
  ((await perform(user, 'incident.list')).facts.incidents as { id: string }[]).map(({ id }) => id).sort();

beforeEach(async () => {
  const opened = await openTestDesk();
  desk = opened.desk;
  const teams = await importSupportTeams(opened.store, knowledge, sample('fjord-logistics-teams.json'));
  expect(teams).toMatchObject({ ok: true });
  azure = idOf(await open('azure-sql-database', '1'));
  mail = idOf(await open('exchange-online', 'B'));
});

describe('engineers', () => {
  test('see the incidents of their own teams, and no others', async () => {
    expect([await listed(IDA), await listed(THEO), await listed(ALEX)]).toEqual([
      [azure, mail].sort(),
      [mail],
      [azure, mail].sort(),
    ]);
  });

  test('act on those; on another team’s they are refused as who they are', async () => {
    const own = await perform(IDA, 'incident.acknowledge', { incident: azure });
    const others = await perform(THEO, 'incident.acknowledge', { incident: azure });
    expect([own.status, others.status, others.because]).toEqual(['done', 'refused', ['role']]);
  });

  test('are offered what engineers do', async () => {
    const shown = await perform(THEO, 'incident.show', { incident: mail });
    expect(shown.facts.steps).toContain('incident.acknowledge');
  });

  test('are told of an unknown number what everybody is told', async () => {
    const shown = await perform(THEO, 'incident.show', { incident: 'INC-999999' });
    expect([shown.status, shown.because]).toEqual(['refused', ['unknown-incident']]);
  });

  test('are no contacts: they open nothing, and see no account', async () => {
    const opening = await perform(IDA, 'incident.open', { product: 'onedrive', severity: 'C', summary: 'x' });
    const balance = await perform(IDA, 'balance.show');
    expect([opening.because, balance.because]).toEqual([['role'], ['role']]);
  });

  test('may ask what everybody may ask', async () => {
    expect((await perform(IDA, 'response.expect', { severity: '1' })).status).toBe('answered');
  });

  test('of another tenant are nobody here', async () => {
    const there = await perform(
      IDA,
      'incident.show',
      { incident: azure },
      { tenant: '1a2b3c4d-5e6f-4708-9a0b-1c2d3e4f5061' },
    );
    expect(there.status).toBe('refused');
  });
});

describe('the answer to an opening', () => {
  test('names the team that is told', async () => {
    const opened = await open('azure-sql-database', 'A');
    expect([opened.facts.team, opened.facts.nextSteps]).toEqual([
      'Rapid response',
      expect.not.arrayContaining(['no-team']),
    ]);
  });

  test('says so where no team takes the queue', async () => {
    const { desk: alone } = await openTestDesk();
    const opened = await alone.perform({
      tenant: FJORD,
      user: ALEX,
      command: 'incident.open',
      args: { product: 'onedrive', severity: 'C', summary: 'x' },
    });
    expect([opened.status, opened.facts.nextSteps]).toEqual(['done', expect.arrayContaining(['no-team'])]);
    expect(opened.text).toContain('No support team is set up');
  });
});
