import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { approvalNews } from '../../../bot/approvals/approval-news.ts';
import { createDesk } from '../../../bot/desk/create-desk.ts';
import type { CommandTurn, Desk } from '../../../bot/desk/desk.ts';
import { loadLedger } from '../../../bot/desk/ledgers.ts';
import { importWorkOrder } from '../../../bot/desk/work-orders.ts';
import { ChannelMessage } from '../../../bot/outbox/channel-message.ts';
import { createOutbox } from '../../../bot/outbox/outbox.ts';
import { createReferences } from '../../../bot/teams/references.ts';
import { createUnderstander } from '../../../bot/understanding/understand.ts';
import { createPresenter } from '../../../cards/present.ts';
import { readVerb } from '../../../cards/verbs.ts';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import type { ApprovalFacts } from '../../../src/command/account-contract.ts';
import type { Answer } from '../../../src/command/answer.ts';
import { type CommandName, contracts } from '../../../src/command/contract.ts';
import { ok } from '../../../src/result.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { ofType } from '../../cards/card-tree.ts';
import { january } from '../../ledger/account-world.ts';
import { inTemporaryDirectory, opened } from '../../store/temporary.ts';
import { ADMINISTRATOR, knowledge, TENANT } from '../../support/world.ts';

const understander = createUnderstander(knowledge);
const presenter = createPresenter(knowledge);
const log = pino({ level: 'silent' });
const BO = 'a0000000-0000-4000-8000-0000000000a2';
const CY = 'a0000000-0000-4000-8000-0000000000a3';
const NOW = '2026-03-03T10:00:00+01:00';

const person = (name: string, userId: string, language: string) => ({
  name,
  userId,
  roles: ['administrator'],
  locations: ['odense', 'lyon', 'boston'],
  languages: [language],
});

/** Three administrators; more than 20 credits or 8 hours need two of them. */
const orderOfThree = (change = {}): WorkOrder => {
  const order = january();
  const contacts = [...order.contacts, person('Bo Ad', BO, 'da'), person('Cy Ad', CY, 'fr')];
  return january({ contacts, approval: { above: { credits: 20, hours: 8 }, lapsesAfterDays: 5 }, ...change });
};

const yes = { confirmed: true } as const;
const toLyon = { credits: 30, from: 'odense', to: 'lyon' };

interface Account {
  readonly desk: Desk;
  readonly give: (command: CommandName, args: object, change?: Partial<CommandTurn>) => Promise<Answer>;
}

async function openAccount(store: Store, order: WorkOrder | undefined): Promise<Account> {
  if (order !== undefined) {
    const imported = await importWorkOrder(store, knowledge, order);
    if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  }
  const desk = createDesk({
    store,
    knowledge,
    understander,
    presenter,
    clock: () => Date.parse(NOW),
    timeZoneData: 'test',
  });
  const give: Account['give'] = async (command, args, change = {}) => {
    const turn = { tenant: TENANT, user: ADMINISTRATOR, name: 'Ane Ad', locale: 'en', command, args: { ...args } };
    const answer = await desk.perform({ ...turn, ...change });
    if (answer.status !== 'refused' && answer.status !== 'needs-input') {
      expect(contracts[command].facts.parse(answer.facts)).toEqual(answer.facts);
    }
    return answer;
  };
  return { desk, give };
}

const bo = { user: BO, name: 'Bo Ad' };
const cy = { user: CY, name: 'Cy Ad' };

let store: Store;
let account: Account;
beforeEach(async () => {
  store = new MemoryStore();
  account = await openAccount(store, orderOfThree());
});
afterEach(() => account.desk.close());

/** What is left at a location. */
async function left(location: string, change: Partial<CommandTurn> = {}): Promise<number | undefined> {
  const { facts } = await account.give('balance.show', { what: 'credits', location }, change);
  return (facts.balances as readonly { remaining: number }[])[0]?.remaining;
}

/** The request that the first administrator's wish becomes. */
async function requested(args: object = toLyon, commandId = 'wish'): Promise<ApprovalFacts> {
  const asked = await account.give('credits.exchange', args);
  expect(asked).toMatchObject({ status: 'needs-confirmation' });
  expect(asked.facts.conditions).toContain('second-administrator');
  const { status, facts } = await account.give('credits.exchange', asked.args, { ...yes, commandId });
  expect(status).toBe('answered');
  return facts.approval as ApprovalFacts;
}

const approving = (id: string): object => ({ approval: id, decision: 'approve' });

describe('spending above the amount of the work order', () => {
  test('waits after the yes, with nothing posted and nothing reserved', async () => {
    expect(await requested()).toMatchObject({
      id: expect.stringMatching(/^AP-\d{6}$/),
      state: 'pending',
      command: 'credits.exchange',
      amount: 30,
      above: 20,
      unit: 'credits',
      by: ADMINISTRATOR,
      asked: NOW,
      lapses: '2026-03-08T10:00:00+01:00',
      needs: ['Bo Ad', 'Cy Ad'],
    });
    expect([await left('odense'), await left('lyon')]).toEqual([200, 40]);
  });

  test.each([
    ['credits.exchange', { credits: 20, from: 'odense', to: 'lyon' }],
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 8, location: 'odense' }],
  ] as const)('%s is done at once up to the amount itself', async (command, args) => {
    const asked = await account.give(command, args);
    expect(await account.give(command, asked.args, yes)).toMatchObject({ status: 'done' });
  });

  test.each([
    ['hours.record', { service: 'enhanced-designated-engineering', hours: 8.25, location: 'odense' }, 'hours', 8.25],
    ['credits.redeem', { service: 'hackathons', location: 'odense', quantity: 3 }, 'credits', 23],
    ['service.book', { service: 'hackathons', date: '2026-06-02', location: 'odense', quantity: 3 }, 'credits', 23],
  ] as const)('%s waits in its own unit', async (command, args, unit, amount) => {
    const asked = await account.give(command, args);
    expect(asked.status).toBe('needs-confirmation');
    expect(await account.give(command, asked.args, yes)).toMatchObject({
      status: 'answered',
      facts: { approval: { command, unit, amount, state: 'pending' } },
    });
  });

  test('a cancellation waits by its fee', async () => {
    const wish = { service: 'hackathons', date: '2026-03-05', location: 'odense', quantity: 3 };
    const booking = await account.give('service.book', wish);
    const waits = await account.give('service.book', booking.args, { ...yes, commandId: 'book' });
    const { id } = waits.facts.approval as ApprovalFacts;
    const booked = await account.give('approval.decide', approving(id), { ...bo, ...yes, commandId: 'agree' });
    const held = booked.facts.result as { booking: { id: string } };
    const asked = await account.give('service.cancel', { booking: held.booking.id });
    expect(asked).toMatchObject({ status: 'needs-confirmation', facts: { feePercent: 100 } });
    expect(await account.give('service.cancel', asked.args, yes)).toMatchObject({
      facts: { approval: { command: 'service.cancel', unit: 'credits', amount: 23 } },
    });
  });

  test('is weighed by worth where the work order names a currency', async () => {
    account = await openAccount(store, orderOfThree({ approval: { above: { EUR: 1000 } } }));
    const asked = await account.give('credits.exchange', { credits: 11, from: 'odense', to: 'lyon' });
    expect(await account.give('credits.exchange', asked.args, yes)).toMatchObject({
      facts: { approval: { unit: 'EUR', amount: 1100, above: 1000 } },
    });
    const less = await account.give('credits.exchange', { credits: 10, from: 'odense', to: 'lyon' });
    expect(await account.give('credits.exchange', less.args, yes)).toMatchObject({ status: 'done' });
  });

  test('is refused where nobody else administers the work order', async () => {
    account = await openAccount(store, orderOfThree({ contacts: january().contacts }));
    expect(await account.give('credits.exchange', toLyon)).toMatchObject({
      status: 'refused',
      because: ['no-second-administrator'],
    });
  });

  test('is one request for one command', async () => {
    const first = await requested();
    const again = await account.give('credits.exchange', { ...toLyon, quoted: 38 }, { ...yes, commandId: 'wish' });
    expect(again).toMatchObject({ status: 'answered', facts: { approval: { id: first.id } } });
    expect((await account.give('approval.list', {})).facts.approvals).toHaveLength(1);
  });
});

describe('approval.decide', () => {
  test('shows the figures first, and posts after the yes with who asked and who agreed', async () => {
    const { id } = await requested();
    const asked = await account.give('approval.decide', approving(id.toLowerCase()), bo);
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { approval: id, decision: 'approve', quoted: 38 },
      facts: { result: { debited: 30, credited: 38 } },
    });
    expect(await left('odense')).toBe(200);
    expect(await account.give('approval.decide', asked.args, { ...bo, ...yes })).toMatchObject({
      status: 'done',
      facts: {
        approval: { id, state: 'approved', by: ADMINISTRATOR, decided: { by: BO, byName: 'Bo Ad', at: NOW } },
        result: { debited: 30, credited: 38 },
      },
    });
    expect([await left('odense'), await left('lyon')]).toEqual([170, 78]);
    const { facts, text } = await account.give('ledger.show', {});
    expect(facts.entries).toMatchObject([{ by: ADMINISTRATOR, approvedBy: BO, approvedByName: 'Bo Ad' }]);
    expect(text).toContain('Approved by Bo Ad');
  });

  test('is not for whoever asked', async () => {
    const { id } = await requested();
    for (const decision of ['approve', 'reject'])
      expect(await account.give('approval.decide', { approval: id, decision }, yes)).toMatchObject({
        status: 'refused',
        because: ['own-request'],
      });
    expect(await left('odense')).toBe(200);
  });

  test('rejects with a word, and nothing is done', async () => {
    const { id } = await requested();
    const no = { approval: id, decision: 'reject', text: 'wait for June' };
    expect(await account.give('approval.decide', no, { ...bo, ...yes })).toMatchObject({
      status: 'done',
      facts: { approval: { state: 'rejected', decided: { by: BO, text: 'wait for June' } } },
    });
    expect(await left('odense')).toBe(200);
  });

  test.each(['approve', 'reject'])('tells the second who would %s it who decided and when', async (decision) => {
    const { id } = await requested();
    await account.give('approval.decide', approving(id), { ...bo, ...yes });
    const late = await account.give('approval.decide', { approval: id, decision }, { ...cy, ...yes });
    expect(late).toMatchObject({ status: 'refused', because: ['decided-before'] });
    expect(late.text).toContain('Bo Ad');
    expect(late.text).toContain('10:00');
    expect(await left('odense')).toBe(170);
  });

  test('tells who decided to the one who asked alone, where others read along', async () => {
    const { id } = await requested();
    await account.give('approval.decide', approving(id), { ...bo, ...yes });
    const late = await account.give('approval.decide', approving(id), { ...cy, ...yes, shared: true });
    expect(late.text).not.toContain('Bo Ad');
    expect(late.facts).toEqual({ view: expect.any(String) });
  });

  test('tells the same to the same press', async () => {
    const { id } = await requested();
    const press = { ...bo, ...yes, commandId: 'press' };
    const first = await account.give('approval.decide', approving(id), press);
    const second = await account.give('approval.decide', approving(id), press);
    expect([second.status, second.facts]).toEqual([first.status, first.facts]);
    expect(await left('odense')).toBe(170);
  });

  test('shows the figure that holds now where it has changed, and asks anew', async () => {
    const { id } = await requested();
    const [odense, lyon, boston] = january().locations;
    const dearer = { ...lyon, creditRate: { currency: 'EUR', perCredit: 100 } };
    account = await openAccount(store, orderOfThree({ locations: [odense, dearer, boston] }));
    const asked = await account.give('approval.decide', { ...approving(id), quoted: 38 }, { ...bo, ...yes });
    expect(asked).toMatchObject({
      status: 'needs-confirmation',
      args: { quoted: 30 },
      facts: { result: { credited: 30 }, approval: { state: 'pending' } },
    });
    expect(await left('odense')).toBe(200);
    expect(await account.give('approval.decide', asked.args, { ...bo, ...yes })).toMatchObject({ status: 'done' });
    expect([await left('odense'), await left('lyon')]).toEqual([170, 70]);
  });

  test('is told why where not enough is left by then, and the request stays', async () => {
    const first = await requested({ ...toLyon, credits: 190 }, 'first');
    const second = await requested({ ...toLyon, credits: 190 }, 'second');
    await account.give('approval.decide', approving(first.id), { ...bo, ...yes });
    expect(await account.give('approval.decide', approving(second.id), { ...bo, ...yes })).toMatchObject({
      status: 'answered',
      facts: { approval: { state: 'pending' }, result: { allowed: 'no', because: ['insufficient'] } },
    });
    expect(await left('odense')).toBe(10);
  });

  test('comes too late once the days are over', async () => {
    const { id } = await requested();
    const late = { ...bo, ...yes, now: '2026-03-08T10:00:00+01:00' };
    expect(await account.give('approval.decide', approving(id), late)).toMatchObject({ because: ['approval-lapsed'] });
    expect((await account.give('approval.list', {}, late)).facts.approvals).toEqual([]);
    expect((await account.give('approval.list', { filter: 'all' }, late)).facts.approvals).toMatchObject([
      { id, state: 'lapsed' },
    ]);
  });

  test('posts nothing for somebody who may not spend any more', async () => {
    const { id } = await requested();
    const others = orderOfThree().contacts.filter(({ userId }) => userId !== ADMINISTRATOR);
    account = await openAccount(store, orderOfThree({ contacts: others }));
    expect(await account.give('approval.decide', approving(id), { ...bo, ...yes })).toMatchObject({
      because: ['asker-may-not'],
    });
  });

  test('knows no request of a work order that the asker does not administer', async () => {
    const { id } = await requested();
    const contacts = orderOfThree().contacts.filter(({ userId }) => userId !== CY);
    const elsewhere = { ...orderOfThree({ id: 'WO-T8' }), contacts: [{ ...person('Cy Ad', CY, 'fr') }] };
    await openAccount(store, orderOfThree({ contacts }));
    account = await openAccount(store, elsewhere as WorkOrder);
    expect(await account.give('approval.decide', approving(id), { ...cy, ...yes })).toMatchObject({
      because: ['unknown-approval'],
    });
    expect((await account.give('approval.list', {}, cy)).facts.approvals).toEqual([]);
  });
});

describe('over the store on disk', () => {
  test('of two who decide at the same time one does, and the other is told who', async () => {
    await inTemporaryDirectory(async (directory) => {
      const disk = await opened(directory);
      account = await openAccount(disk, orderOfThree());
      const { id } = await requested();
      const both = await Promise.all([
        account.give('approval.decide', approving(id), { ...bo, ...yes, commandId: 'bo' }),
        account.give('approval.decide', { approval: id, decision: 'reject' }, { ...cy, ...yes, commandId: 'cy' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
      const late = both.find(({ status }) => status === 'refused');
      const winner = both[0].status === 'done' ? BO : CY;
      expect(late).toMatchObject({ because: ['decided-before'], facts: { approval: { decided: { by: winner } } } });
      expect(await left('odense')).toBe(winner === BO ? 170 : 200);
    });
  });

  test.each(['before', 'after'])(
    'killed just %s the decision is saved, it is done once when it comes again',
    async (when) => {
      await inTemporaryDirectory(async (directory) => {
        const disk = await opened(directory);
        const mortal: Store = {
          load: (key) => disk.load(key),
          list: (...given) => disk.list(...given),
          resultOf: (...given) => disk.resultOf(...given),
          tenants: (kind) => disk.tenants(kind),
          pending: (limit) => disk.pending(limit),
          sent: (message) => disk.sent(message),
          close: () => disk.close(),
          async save(change) {
            const isDecision = change.key.kind === 'ledger' && change.command?.id === 'press';
            if (isDecision && when === 'after') await disk.save(change);
            if (isDecision) throw new Error('killed');
            return disk.save(change);
          },
        };
        account = await openAccount(mortal, orderOfThree());
        const { id } = await requested();
        const press = { ...bo, ...yes, commandId: 'press' };
        await expect(account.give('approval.decide', approving(id), press)).rejects.toThrow('killed');
        await disk.close();
        account = await openAccount(await opened(directory), undefined);
        expect(await account.give('approval.decide', approving(id), press)).toMatchObject({
          status: 'done',
          facts: { approval: { state: 'approved' }, result: { debited: 30 } },
        });
        expect([await left('odense'), await left('lyon')]).toEqual([170, 78]);
      });
    },
  );
});

/** Sends what waits, and gives what was said in chats, by person. */
async function said(): Promise<ReadonlyMap<string, ChannelMessage>> {
  const chats = new Map<string, ChannelMessage>();
  let now = Date.parse(NOW);
  const outbox = createOutbox({
    store,
    log,
    now: () => now,
    deliveries: {
      ...approvalNews({ store, presenter, log, clock: () => Date.parse(NOW) }),
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
    expect([await left('odense'), await left('lyon')]).toEqual([170, 78]);
    const { ledger } = await loadLedger(store, orderOfThree());
    expect(ledger.entries).toMatchObject([{ by: ADMINISTRATOR, approvedBy: BO }]);
  });

  test('decided by words: listed, named by its number, shown, agreed to', async () => {
    const { id } = await requested();
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
    expect(await left('odense')).toBe(170);
  });
});
