import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { HttpFault } from '../http/http-fault.ts';
import { readJsonBody } from '../http/json-body.ts';
import type { Route } from '../server.ts';
import type { HandleActivity } from './activities.ts';
import { Activity } from './activity.ts';
import type { DeskAdapter } from './adapter.ts';
import type { TeamsConfiguration } from './configuration.ts';
import { isLoopbackHost, requireLocalClient } from './local-client.ts';

export interface MessagesOptions {
  readonly adapter: Pick<DeskAdapter, 'receive'>;
  readonly configuration: TeamsConfiguration;
  readonly handle: HandleActivity;
  readonly log: Logger;
  /** Teams sends at most about 100 KB. */
  readonly maxBytes?: number;
}

/** `POST /api/messages`: lets in what Teams (or, without an app id, this machine) sends, and answers an invoke. */
export function messagesRoute(options: MessagesOptions): Route {
  return { method: 'post', path: '/api/messages', handle: (request, response) => receive(options, request, response) };
}

async function receive(options: MessagesOptions, request: Request, response: Response): Promise<void> {
  const { configuration, adapter, handle, maxBytes = 256 * 1024 } = options;
  const authorization = admit(configuration, request);
  const activity = readActivity(await readJsonBody(request, maxBytes));
  requireOrigin(configuration, activity);
  const result = await authenticated(options.log, () =>
    adapter.receive(authorization, activity, (conversation) => handle(activity, conversation)),
  );
  if (result?.body === undefined) response.send(result?.status ?? 200);
  else response.json(result.status, result.body);
}

/** What can be refused before the body is read. */
function admit(configuration: TeamsConfiguration, request: Request): string {
  if (configuration.kind === 'local') {
    requireLocalClient(request);
    return '';
  }
  const { authorization } = request.headers;
  if (!authorization) throw unauthorized('The request carries no token.');
  return authorization;
}

function readActivity(body: unknown): Activity {
  const activity = Activity.safeParse(body);
  if (activity.success) return activity.data;
  const faults = activity.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new HttpFault(400, 'InvalidActivity', `The body is no activity that the desk can answer. ${faults.join('; ')}`);
}

/**
 * Only in the `msteams` channel are tenant and person Teams' word; in others, such as Direct Line, whoever writes may
 * put any there. A local client must want its answers on this machine.
 */
function requireOrigin(configuration: TeamsConfiguration, { channelId, serviceUrl }: Activity): void {
  if (configuration.kind === 'registered' && channelId !== 'msteams') {
    throw new HttpFault(403, 'ChannelNotServed', 'The desk serves the channel msteams only.');
  }
  if (configuration.kind === 'local' && !isLoopbackHost(new URL(serviceUrl).hostname)) {
    throw new HttpFault(403, 'LocalClientsOnly', 'Without MICROSOFT_APP_ID the service URL must be on this machine.');
  }
}

async function authenticated<Value>(log: Logger, receive: () => Promise<Value>): Promise<Value> {
  try {
    return await receive();
  } catch (error) {
    if (!isAuthenticationError(error)) throw error;
    log.warn({ reason: error.message }, 'a request with a token that does not pass was refused');
    throw unauthorized('The token does not pass.');
  }
}

const unauthorized = (message: string): HttpFault => new HttpFault(401, 'Unauthorized', message);

/** The SDK's own refusal, or that of the library that reads tokens. What keeps the keys from being had is no refusal. */
const isAuthenticationError = (error: unknown): error is Error =>
  error instanceof Error && (('statusCode' in error && error.statusCode === 401) || tokenErrors.has(error.name));

const tokenErrors = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
