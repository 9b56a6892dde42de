/** A desk over customers who have something to spend, given commands as buttons give them. */
import { expect } from '@jest/globals';
import type { CommandTurn, Desk } from '../../bot/desk/desk.ts';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Answer } from '../../src/command/answer.ts';
import { type CommandName, contracts } from '../../src/command/contract.ts';
import type { Store } from '../../src/store/port.ts';
import { credits, january } from '../ledger/account-world.ts';
import { deskOver, takeIn } from './desk.ts';
import { ADMINISTRATOR, orderWith, TENANT } from './world.ts';

/** The hour of such a desk. */
export const ACCOUNT_NOW = '2026-03-03T10:00:00+01:00';
/** A second and a third administrator. */
export const BO = 'a0000000-0000-4000-8000-0000000000a2';
export const CY = 'a0000000-0000-4000-8000-0000000000a3';

/** The order under January 2025 with Bo as its second administrator. */
export const orderOfTwo = (change = {}): WorkOrder => {
  const order = january(change);
  const second = { name: 'Bo Ad', userId: BO, roles: ['administrator'], locations: ['odense', 'lyon', 'boston'] };
  return orderWith({ ...order, contacts: [...order.contacts, second] });
};

/** Cy administers another work order of the same customer. */
export const orderElsewhere = orderWith({
  id: 'WO-T9',
  structure: 'decentralised',
  locations: [{ id: 'osaka', role: 'downstream', country: 'JP', timeZone: 'Asia/Tokyo' }],
  services: [credits('osaka', 30)],
  flexAllowance: undefined,
  contacts: [{ name: 'Cy Ad', userId: CY, roles: ['administrator'], locations: ['osaka'] }],
});

export const yes = { confirmed: true } as const;

export interface AccountDesk {
  readonly desk: Desk;
  readonly store: Store;
  /** Gives a command as the first administrator; an answer of other facts than its contract's fails the test. */
  readonly give: (command: CommandName, args: object, change?: Partial<CommandTurn>) => Promise<Answer>;
  /** What is left at a location of each thing that is counted there. */
  readonly left: (location: string, what?: string, change?: Partial<CommandTurn>) => Promise<readonly number[]>;
}

/** Takes in the work orders and opens the desk; without one it goes on with what the store holds. */
export async function openAccountDesk(store: Store, ...orders: readonly WorkOrder[]): Promise<AccountDesk> {
  await takeIn(store, ...orders);
  const desk = deskOver(store, { clock: () => Date.parse(ACCOUNT_NOW) });
  const give: AccountDesk['give'] = async (command, args, change = {}) => {
    const turn = { tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, ...change };
    const answer = await desk.perform(turn);
    if (isWhole(answer)) expect(contracts[command].facts.parse(answer.facts)).toEqual(answer.facts);
    return answer;
  };
  const left: AccountDesk['left'] = async (location, what = 'credits', change = {}) => {
    const { facts } = await give('balance.show', { what, location }, change);
    return (facts.balances as readonly { remaining: number }[]).map(({ remaining }) => remaining);
  };
  return { desk, store, give, left };
}

/** A refusal may tell what it is about, and a question what is known so far; any other answer holds all its facts. */
const isWhole = ({ status, command, facts }: Answer): boolean =>
  status === 'refused' ? command !== 'approval.decide' && Object.keys(facts).length > 0 : status !== 'needs-input';
