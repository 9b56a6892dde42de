/** The service that takes the desk's messages, as a real server on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

/** How it answers: a status, a connection that breaks after the message was read, or silence. */
export type Answered =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: object }
  | 'reset'
  | 'silence';

export interface Connector {
  /** The service URL. */
  readonly url: string;
  readonly posted: Posted[];
  /** The next answers in order; after them every message is accepted. */
  readonly next: Answered[];
  /** How many connections were opened to it. */
  connections(): number;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const posted: Posted[] = [];
  const next: Answered[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    take(request, posted).then(() => answer(next.shift() ?? accepted(posted.length), response));
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/_connector`,
    posted,
    next,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const accepted = (count: number): Answered => ({ status: 200, body: { id: `reply-${count}` } });

async function take(request: IncomingMessage, posted: Posted[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  posted.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
}

function answer(answered: Answered, response: ServerResponse): void {
  if (answered === 'silence') return;
  if (answered === 'reset') {
    response.destroy();
    return;
  }
  const { status, headers = {}, body = { error: { code: 'AsTold', message: 'as told' } } } = answered;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Resolves when the condition holds; how long that takes is no matter unless it never comes. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > until) throw new Error('what was awaited did not come');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
