/** The Teams face, put together: what arrives, what is answered, and what is said later. */
import type { Logger } from 'pino';
import type { Store } from '../../src/store/port.ts';
import type { Caller, Desk } from '../desk/desk.ts';
import type { IncidentTeller } from '../follow/incident-card.ts';
import { channelTopic } from '../outbox/channel-message.ts';
import { createOutbox, type Delivery, type Outbox } from '../outbox/outbox.ts';
import type { RetryPolicy } from '../outbox/retry-policy.ts';
import type { Route } from '../server.ts';
import { createPipeline, type Pipeline } from '../turn/pipeline.ts';
import type { Wall } from '../turn/tenant-wall.ts';
import { createTurnMemory } from '../turn/turn-memory.ts';
import { createActivityHandler } from './activities.ts';
import { DeskAdapter } from './adapter.ts';
import { createChannelDelivery } from './channel-delivery.ts';
import type { TeamsConfiguration } from './configuration.ts';
import { createIncidentCardDelivery } from './incident-card-delivery.ts';
import { messagesRoute } from './messages-route.ts';
import { createReferences, type References } from './references.ts';
import type { Budgets, ReadVerb } from './turns.ts';

export interface TeamsOptions {
  readonly desk: Pick<Desk, 'ask' | 'perform' | 'view' | 'awaits'>;
  readonly store: Store;
  readonly configuration: TeamsConfiguration;
  readonly readVerb: ReadVerb;
  readonly log: Logger;
  /** Whether the desk has anything for a tenant; without it the desk itself finds out. */
  readonly knows?: (tenant: string) => Promise<boolean>;
  readonly budgets?: Budgets;
  readonly policy?: RetryPolicy;
  /** How incidents are told in the channels of their teams; without it they are not. */
  readonly tellerFor?: (references: References) => IncidentTeller;
  /** Further topics of the outbox, such as webhooks. */
  readonly deliveries?: Readonly<Record<string, Delivery>>;
}

export interface Teams {
  readonly routes: readonly Route[];
  readonly outbox: Outbox;
  readonly pipeline: Pipeline;
  readonly references: References;
  start(): void;
  /** Resolves when late answers are recorded and what is being sent has ended, or when `graceMs` have passed. */
  stop(graceMs?: number): Promise<void>;
}

export function createTeams(options: TeamsOptions): Teams {
  const { desk, store, configuration, log } = options;
  const adapter = new DeskAdapter(configuration);
  const references = createReferences(store);
  const deliveries = {
    [channelTopic]: createChannelDelivery(adapter, references),
    ...(options.tellerFor === undefined
      ? {}
      : createIncidentCardDelivery({ adapter, references, store, teller: options.tellerFor(references) })),
    ...options.deliveries,
  };
  const outbox = createOutbox({ store, deliveries, log, ...given('policy', options.policy) });
  const pipeline = createPipeline({ desk, memory: createTurnMemory({ store }), wall: wallOf(options), log });
  const { readVerb } = options;
  const budgets = given('budgets', options.budgets);
  const awaits = (caller: Caller): Promise<boolean> => desk.awaits(caller);
  const handle = createActivityHandler({
    pipeline,
    awaits,
    references,
    outbox,
    readVerb,
    configuration,
    log,
    ...budgets,
  });
  return {
    routes: [messagesRoute({ adapter, configuration, handle, log })],
    outbox,
    pipeline,
    references,
    start: () => outbox.start(),
    async stop(graceMs = 10_000) {
      await within(graceMs, pipeline.settled());
      await within(graceMs, outbox.stop());
    },
  };
}

async function within(graceMs: number, work: Promise<void>): Promise<void> {
  const { promise: passed, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, graceMs);
  await Promise.race([work, passed]).finally(() => clearTimeout(timer));
}

const wallOf = ({ configuration, knows }: TeamsOptions): Wall => ({
  ...given('allowed', configuration.tenants),
  ...given('knows', knows),
});

const given = <Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
