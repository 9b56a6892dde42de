/** The whole Teams face behind a real server on a free port, with a fake desk and a store in memory. */
import { pino } from 'pino';
import { createServer, type DeskServer } from '../../../../bot/server.ts';
import type { TeamsConfiguration } from '../../../../bot/teams/configuration.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../../../bot/teams/teams.ts';
import { readVerb } from '../../../../cards/verbs.ts';
import { MemoryStore } from '../../../../src/store/memory-store.ts';
import { FakeDesk } from './fake-desk.ts';

export interface Running {
  readonly desk: FakeDesk;
  readonly store: MemoryStore;
  readonly teams: Teams;
  readonly server: DeskServer;
  readonly url: string;
  /** What was logged, one parsed line each. */
  readonly logged: Record<string, unknown>[];
  /** Posts to /api/messages. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

export async function startTeams(
  configuration: TeamsConfiguration,
  options: Partial<TeamsOptions> = {},
): Promise<Running> {
  const desk = new FakeDesk();
  const store = new MemoryStore();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const teams = createTeams({ desk, store, configuration, readVerb, log, ...options });
  teams.start();
  const server = createServer({ routes: teams.routes, ready: {}, log });
  const { port } = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    desk,
    store,
    teams,
    server,
    url,
    logged,
    post: (body, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      await teams.stop();
      await server.close(1000);
    },
  };
}
