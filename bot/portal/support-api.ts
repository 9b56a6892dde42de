/**
 * The vendor's support API: opens a ticket once. Its client is loaded when the first ticket is filed, for a desk that
 * files none should not carry it.
 */
import type { MicrosoftSupport, SupportTicketDetails } from '@azure/arm-support';
import { z } from 'zod';
import { fail, ok, type Result } from '../../src/result.ts';
import type { SendError } from '../outbox/send-error.ts';
import { Kept } from '../teams/connectors.ts';
import { sendFailure } from '../teams/send-failure.ts';
import type { PortalCustomer } from './portal-settings.ts';

export interface SupportApi {
  /**
   * Opens a ticket under the name, unless one of this name is there: then that one is the ticket.
   * @returns the number that the vendor gave the case
   */
  open(
    customer: PortalCustomer,
    subscription: string,
    name: string,
    ticket: SupportTicketDetails,
  ): Promise<Result<string, SendError>>;
  /** Whether the credentials are taken, and may see the tickets of the default subscription where there is one. */
  check(customer: PortalCustomer): Promise<Result<void, SendError>>;
}

export interface SupportApiOptions {
  /** For one request to the API, in milliseconds. */
  readonly timeoutMs?: number;
  /** Between two looks at a ticket that is being made, in milliseconds. */
  readonly lookEveryMs?: number;
  /** How long a ticket may take to be made before the outbox comes back later, in milliseconds. */
  readonly makingMs?: number;
}

export function createSupportApi(options: SupportApiOptions = {}): SupportApi {
  const { timeoutMs = 20_000, lookEveryMs = 2000, makingMs = 30_000 } = options;
  const clients = new Kept<MicrosoftSupport>(MOST_CLIENTS);

  const clientOf = (customer: PortalCustomer, subscription: string): Promise<MicrosoftSupport> =>
    clients.get([customer.directory, customer.clientId, subscription].join(' '), () => connect(customer, subscription));

  return {
    async open(customer, subscription, name, ticket) {
      try {
        const { supportTickets } = await clientOf(customer, subscription);
        const abortSignal = AbortSignal.timeout(timeoutMs);
        const there = await supportTickets.get(name, { abortSignal }).catch(absent);
        if (there !== undefined) return numberOf(there);
        const settings = { abortSignal: AbortSignal.timeout(makingMs), updateIntervalInMs: lookEveryMs };
        const poller = await supportTickets.beginCreate(name, ticket, settings);
        return numberOf(await poller.pollUntilDone({ abortSignal: settings.abortSignal }));
      } catch (failure) {
        return fail(portalFailure(failure));
      }
    },

    async check(customer) {
      try {
        const { subscription } = customer;
        const client = await clientOf(customer, subscription ?? nowhere);
        const abortSignal = AbortSignal.timeout(timeoutMs);
        if (subscription === undefined) await client.operations.list({ abortSignal }).next();
        else await client.supportTickets.list({ top: 1, abortSignal }).next();
        return ok(undefined);
      } catch (failure) {
        return fail(portalFailure(failure));
      }
    },
  };
}

/** So many clients are held, the ones used last: one for each subscription that incidents have named. */
const MOST_CLIENTS = 100;

/** Stands for the subscription in requests that name none. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** The one retry policy is the outbox's: the clients' own are off. */
async function connect(customer: PortalCustomer, subscription: string): Promise<MicrosoftSupport> {
  const [{ MicrosoftSupport: Client }, { ClientSecretCredential }] = await Promise.all([
    import('@azure/arm-support'),
    import('@azure/identity'),
  ]);
  const retryOptions = { maxRetries: 0 };
  const { directory, clientId, secret } = customer;
  const credential = new ClientSecretCredential(directory, clientId, secret, { retryOptions });
  return new Client(credential, subscription, { retryOptions });
}

/** A ticket is there before it has its number. */
function numberOf({ supportTicketId }: SupportTicketDetails): Result<string, SendError> {
  if (supportTicketId) return ok(supportTicketId);
  return fail({ kind: 'transient', detail: 'the ticket is being made and has no number yet' });
}

const Status = z.object({ statusCode: z.number(), code: z.string().optional().catch(undefined) });

function absent(failure: unknown): undefined {
  const status = Status.safeParse(failure);
  const isAbsent = status.success && status.data.statusCode === 404 && status.data.code !== 'SubscriptionNotFound';
  if (!isAbsent) throw failure;
}

const Named = z.object({ name: z.string(), message: z.string() });

/** As any send failure; besides, a missing token is a matter of who we are, and a ticket of that name is to be found. */
function portalFailure(failure: unknown): SendError {
  const status = Status.safeParse(failure);
  const named = Named.safeParse(failure);
  const message = named.success ? `${named.data.name} ${named.data.message}`.slice(0, 300) : String(failure);
  if (named.success && /Authentication|Credential/.test(named.data.name)) {
    const unreached = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network|\b5\d\d\b/i.test(message);
    return { kind: unreached ? 'transient' : 'auth', detail: message };
  }
  if (status.success && status.data.statusCode === 409) return { kind: 'transient', detail: message };
  if (status.success && status.data.statusCode === 403)
    return { kind: 'permanent', detail: `${message}. Give the app the role Support Request Contributor.` };
  return sendFailure(failure);
}
