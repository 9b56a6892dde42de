/** The HTTP server that every face stands behind: health, errors in plain JSON, and an orderly end. */
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import restify from 'restify';
import { bodyOf, HttpFault } from './http/http-fault.ts';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'del';
  readonly path: string;
  /** Answers the request; what it throws becomes a JSON error. */
  readonly handle: (request: restify.Request, response: restify.Response) => Promise<void>;
}

/** What has to hold before requests are welcome: a name and a check that throws or resolves to false when it does not. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<boolean>>>;

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly ready: ReadinessChecks;
  readonly log: Logger;
  readonly name?: string;
}

export interface DeskServer {
  readonly restify: restify.Server;
  /** Resolves to the address once it is listened on; rejects when it cannot be. Port 0 takes any free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes no more requests, lets those that run end within `graceMs`, then cuts what is left. Stop the faces after it. */
  close(graceMs?: number): Promise<void>;
}

const headersTimeoutMs = 15_000;
const requestTimeoutMs = 30_000;

/** Makes the server; nothing listens until `listen`. */
export function createServer(options: ServerOptions): DeskServer {
  const server = restify.createServer({ name: options.name ?? 'entitlement-desk', handleUncaughtExceptions: false });
  server.server.headersTimeout = headersTimeoutMs;
  server.server.requestTimeout = requestTimeoutMs;
  speakPlainly(server, options.log);
  let closing = false;
  for (const route of [...healthRoutes(options.ready, () => closing), ...options.routes]) mount(server, route);
  return {
    restify: server,
    async listen(port, host) {
      const address = await listen(server, port, host);
      server.on('error', (err: unknown) => options.log.error({ err }, 'the server met an error'));
      return address;
    },
    close(graceMs = 10_000) {
      closing = true;
      return close(server, graceMs);
    },
  };
}

function mount(server: restify.Server, { method, path, handle }: Route): void {
  server[method](path, async (request: restify.Request, response: restify.Response) => {
    try {
      await handle(request, response);
    } catch (error) {
      if (!response.headersSent) throw error;
      response.destroy();
    }
  });
}

function healthRoutes(checks: ReadinessChecks, closing: () => boolean): Route[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      async handle(_request, response) {
        response.json(200, { status: 'alive' });
      },
    },
    {
      method: 'get',
      path: '/readyz',
      async handle(_request, response) {
        const results = await Promise.all(Object.entries(checks).map(runCheck));
        const ready = !closing() && results.every(([, good]) => good);
        response.json(ready ? 200 : 503, {
          status: ready ? 'ready' : 'not-ready',
          checks: { ...Object.fromEntries(results), ...(closing() ? { running: false } : {}) },
        });
      },
    },
  ];
}

async function runCheck([name, check]: [string, () => Promise<boolean>]): Promise<[string, boolean]> {
  try {
    return [name, await check()];
  } catch {
    return [name, false];
  }
}

/** Errors go out as `{code, message}`: what the caller did wrong in words, of anything else nothing but that it failed. */
function speakPlainly(server: restify.Server, log: Logger): void {
  server.on(
    'restifyError',
    (request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
      const fault = plainFault(error);
      const { statusCode, ...body } = bodyOf(fault);
      if (statusCode >= 500) log.error({ err: error, path: request.path() }, 'a request failed');
      if (fault instanceof HttpFault && fault.hangUp) response.setHeader('Connection', 'close');
      response.json(statusCode, body);
      done();
    },
  );
}

/** Restify's own faults (no such path, method not allowed) are the caller's and say nothing of the inside. */
function plainFault(error: unknown): unknown {
  if (error instanceof HttpFault) return error;
  const { statusCode, body } = Object(error) as { statusCode?: unknown; body?: { code?: unknown } };
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return error;
  const code = typeof body?.code === 'string' ? body.code : 'BadRequest';
  return new HttpFault(statusCode, code, plainWords[statusCode] ?? 'The request cannot be served.');
}

const plainWords: Readonly<Record<number, string>> = {
  404: 'There is nothing at this path.',
  405: 'This path does not take that method.',
};

function listen(server: restify.Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no TCP address'));
      else resolve(address);
    });
  });
}

function close(server: restify.Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    const dropIdle = (): void => server.server.closeIdleConnections();
    server.on('after', () => setImmediate(dropIdle));
    dropIdle();
  });
}
