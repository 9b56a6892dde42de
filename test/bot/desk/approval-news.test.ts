/** A request goes from a sentence to the posting through two persons, each told in their own chat. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { approvalNews } from '../../../bot/approvals/approval-news.ts';
import { loadLedger } from '../../../bot/desk/ledgers.ts';
import { ChannelMessage } from '../../../bot/outbox/channel-message.ts';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { createReferences } from '../../../bot/teams/references.ts';
import { createPresenter } from '../../../cards/present.ts';
import { readVerb } from '../../../cards/verbs.ts';
import type { ApprovalFacts } from '../../../src/command/account-contract.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { ofType } from '../../cards/card-tree.ts';
import { ACCOUNT_NOW, type AccountDesk, BO, openAccountDesk } from '../../support/account-desk.ts';
import { ADMINISTRATOR, knowledge, TENANT } from '../../support/world.ts';
import { bo, left, orderOfThree, requested } from './approval-requests.ts';

const presenter = createPresenter(knowledge);
const log = pino({ level: 'silent' });

let store: Store;
let account: AccountDesk;
beforeEach(async () => {
  store = new MemoryStore();
  account = await openAccountDesk(store, orderOfThree());
});
afterEach(() => account.desk.close());

/** Sends what waits, and gives what was said in chats, by person. */
async function said(): Promise<ReadonlyMap<string, ChannelMessage>> {
  const chats = new Map<string, ChannelMessage>();
  let now = Date.parse(ACCOUNT_NOW);
  const outbox = createOutbox({
    store,
    log,
    now: () => now,
    deliveries: {
      ...approvalNews({ store, presenter, log, clock: () => Date.parse(ACCOUNT_NOW) }),
      channel: {
        deliver: async ({ body }) => {
          const message = ChannelMessage.parse(body);
          if ('user' in message.to) chats.set(message.to.user, message);
          return ok(undefined);
        },
      },
    },
  });
  for (let round = 0; round < 4; round += 1) {
    await outbox.pump();
    now += 60_000;
  }
  return chats;
}

async function hasWritten(user: string): Promise<void> {
  await createReferences(store).remember(
    TENANT,
    { user },
    {
      serviceUrl: 'https://chat.example/',
      channelId: 'msteams',
      bot: { id: '28:desk' },
      conversation: { id: `chat-${user}` },
    },
  );
}

describe('from a sentence to the posting, through two persons', () => {
  const talk = (text: string, change: object = {}): Promise<Answer> =>
    account.desk.ask({
      tenant: TENANT,
      user: ADMINISTRATOR,
      name: 'Ane Ad',
      locale: 'en',
      conversation: 'own',
      text,
      ...change,
    });

  beforeEach(async () => {
    for (const user of [ADMINISTRATOR, BO]) await hasWritten(user);
  });

  test('asked in English, approved by a button in Danish, told to the asker', async () => {
    expect(await talk('transfer 30 credits from Denmark to France')).toMatchObject({ status: 'needs-confirmation' });
    const waits = await talk('yes');
    expect(waits.text).toContain('Waits for a second administrator');
    const { id } = waits.facts.approval as ApprovalFacts;

    const asked = await said();
    expect([...asked.keys()]).toEqual([BO]);
    const toBo = asked.get(BO);
    expect(toBo).toMatchObject({ language: 'da', text: expect.stringContaining('Ane Ad beder jer godkende') });
    const [approve] = ofType(toBo?.card ?? {}, /^Action\.Execute$/);
    expect(approve?.title).toBe('Godkend');
    const press = readVerb(String(approve?.verb), approve?.data);
    if (!press.ok) throw new Error(press.failure);
    const { command, args, confirmed } = press.value;
    const pressed = { ...bo, ...(confirmed === undefined ? {} : { confirmed }), commandId: 'bo-presses' };
    expect(await account.give(command, args, pressed)).toMatchObject({
      status: 'done',
      facts: { approval: { id, state: 'approved' } },
    });

    const news = await said();
    expect([...news.keys()]).toEqual([ADMINISTRATOR]);
    expect(news.get(ADMINISTRATOR)?.text).toContain('Decided by Bo Ad');
    expect(await said()).toEqual(new Map());
    expect([await left(account, 'odense'), await left(account, 'lyon')]).toEqual([170, 78]);
    const { ledger } = await loadLedger(store, orderOfThree());
    expect(ledger.entries).toMatchObject([{ by: ADMINISTRATOR, approvedBy: BO }]);
  });

  test('decided by words: listed, named by its number, shown, agreed to', async () => {
    const { id } = await requested(account);
    const asBo = { ...bo, locale: 'en', conversation: 'bo' };
    const listed = await talk('what waits for my approval?', asBo);
    expect(listed).toMatchObject({ command: 'approval.list', facts: { approvals: [{ id }] } });
    expect(await talk(`reject ${id}`, asBo)).toMatchObject({ args: { approval: id, decision: 'reject' } });
    expect(await talk('no', asBo)).toMatchObject({ facts: { dropped: true } });
    expect(await talk(`approve ${id}`, asBo)).toMatchObject({
      command: 'approval.decide',
      status: 'needs-confirmation',
      args: { approval: id, decision: 'approve', quoted: 38 },
    });
    expect(await talk('yes', asBo)).toMatchObject({ status: 'done', facts: { approval: { state: 'approved' } } });
    expect(await left(account, 'odense')).toBe(170);
  });
});
