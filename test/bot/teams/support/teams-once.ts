import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Connector, startConnector } from './connector.ts';
import { FakeDesk } from './fake-desk.ts';
import { type Running, startTeams } from './running-teams.ts';

/**
 * Teams' face for a local client and the service that takes its messages, opened once for the tests of a block and handed
 * over; each test finds a desk that was asked nothing, answers as ever, and has said nothing.
 */
export function teamsOnce(open: (teams: Running, connector: Connector) => void): void {
  let teams: Running | undefined;
  let connector: Connector | undefined;

  beforeAll(async () => {
    connector = await startConnector();
    teams = await startTeams({ kind: 'local' });
    open(teams, connector);
  });

  beforeEach(() => {
    if (teams === undefined || connector === undefined) throw new Error('it was not opened');
    teams.desk.turns.length = 0;
    teams.desk.answer = new FakeDesk().answer;
    connector.posted.length = 0;
  });

  afterAll(async () => {
    await teams?.stop();
    await connector?.close();
  });
}
