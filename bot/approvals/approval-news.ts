/**
 * Tells of requests for approval in the people's own chats: the other administrators are asked, with the buttons that
 * decide it; whoever asked is told what came of it.
 */
import type { Logger } from 'pino';
import type { Presenter } from '../../cards/present.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Contact, WorkOrder } from '../../src/agreement/work-order.ts';
import type { Decision } from '../../src/command/answer.ts';
import { type Approval, approvalFacts, deciders } from '../../src/ledger/approvals.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Message, PendingMessage, Store } from '../../src/store/port.ts';
import { ApprovalChanged, approvalTopic } from '../desk/approval-requests.ts';
import { loadLedger } from '../desk/ledgers.ts';
import { languageOfPerson } from '../desk/people.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import { type ChannelMessage, channelTopic } from '../outbox/channel-message.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import { createReferences, type References } from '../teams/references.ts';
import { deskLanguageOf } from '../turn/language.ts';

export interface ApprovalNewsParts {
  readonly store: Store;
  readonly presenter: Pick<Presenter, 'present'>;
  readonly log: Logger;
  /** Epoch milliseconds; without it the process's clock. */
  readonly clock?: () => number;
}

/** The outbox's delivery for `approval-changed`: what it has to say is recorded once, however often it is delivered. */
export function approvalNews(parts: ApprovalNewsParts): Readonly<Record<string, Delivery>> {
  return {
    [approvalTopic]: {
      deliver: (message) => deliver(parts, message),
      laneOf: ({ body }) => ApprovalChanged.safeParse(body).data?.approval ?? '',
      receiverOf: ({ tenant }) => tenant,
      repeatable: true,
    },
  };
}

async function deliver(parts: ApprovalNewsParts, message: PendingMessage): Promise<Result<void, SendError>> {
  const { store } = parts;
  const body = ApprovalChanged.safeParse(message.body);
  if (!body.success) return lost(`no change of a request: ${body.error.message}`);
  const orders = await workOrdersOf(store, message.tenant);
  const workOrder = orders.find(({ id }) => id === body.data.workOrder);
  if (workOrder === undefined) return lost(`no work order ${body.data.workOrder}`);
  const { ledger } = await loadLedger(store, workOrder);
  const request = ledger.approvals.find(({ id }) => id === body.data.approval);
  if (request === undefined) return lost(`no request ${body.data.approval}`);
  // Who has not been asked by the time it is decided is not asked any more.
  const isNews = message.key.endsWith('/pending') === (request.decided === undefined);
  const messages = isNews ? await messagesOf(parts, message, workOrder, request) : [];
  // A second delivery finds that it stands there and adds nothing.
  const key = { tenant: message.tenant, kind: 'approval-news', id: message.key };
  await store.save({ key, expected: 0, state: { told: messages.map((one) => one.key) }, messages });
  return ok(undefined);
}

const lost = (detail: string): Result<void, SendError> => fail({ kind: 'permanent', detail });

async function messagesOf(
  parts: ApprovalNewsParts,
  { key }: PendingMessage,
  workOrder: WorkOrder,
  request: Approval,
): Promise<Message[]> {
  const references = createReferences(parts.store);
  const asker = workOrder.contacts.filter(({ userId }) => userId === request.by);
  const people = request.decided === undefined ? deciders(workOrder, request.by) : asker;
  const told = await Promise.all(
    people.map(async (person): Promise<Message[]> => {
      const language = await languageFor(parts, references, workOrder, person);
      if (language === undefined) return [];
      const body = newsFor(parts, workOrder, request, person, language);
      return [{ key: `${key}/${person.userId}`, topic: channelTopic, body }];
    }),
  );
  return told.flat();
}

/** The language chosen, else the contact's, else the client's; undefined for whoever has never written to the desk. */
async function languageFor(
  { store, log }: ApprovalNewsParts,
  references: References,
  { customer: { tenantId: tenant } }: WorkOrder,
  { userId: user, languages }: Contact,
): Promise<DeskLanguage | undefined> {
  const address = await references.find(tenant, { user });
  if (address === undefined) {
    log.info({ tenant, user }, 'a person who is concerned by an approval has never written to the desk');
    return undefined;
  }
  const spoken = languages.find((language) => DeskLanguage.safeParse(language).success);
  return (await languageOfPerson(store, tenant, user)) ?? deskLanguageOf(spoken ?? address.locale);
}

function newsFor(
  { presenter, clock = Date.now }: ApprovalNewsParts,
  workOrder: WorkOrder,
  request: Approval,
  { userId: user }: Contact,
  language: DeskLanguage,
): ChannelMessage {
  const now = clock();
  const { quoted } = request.args;
  const decision: Decision = {
    command: 'approval.decide',
    args: { approval: request.id, ...(quoted === undefined ? {} : { quoted }) },
    status: request.decided === undefined ? 'needs-confirmation' : 'answered',
    facts: { approval: approvalFacts(request, workOrder, now), result: request.quote },
    citations: [],
  };
  const locations = workOrder.locations.map(({ id, country, timeZone }) => ({ id, country, timeZone }));
  const timeZone = locations.find(({ id }) => id === request.location)?.timeZone ?? 'UTC';
  const audience = { language, timeZone, now: new Date(now).toISOString(), user, locations };
  const { text, card } = presenter.present(decision, audience);
  return { to: { user }, text, card: { ...card }, language };
}
