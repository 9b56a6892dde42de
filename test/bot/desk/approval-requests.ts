/** A work order that asks for a second administrator, and a request that waits for one. */
import { expect } from '@jest/globals';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import type { ApprovalFacts } from '../../../src/command/account-contract.ts';
import { january } from '../../ledger/account-world.ts';
import { type AccountDesk, BO, CY, yes } from '../../support/account-desk.ts';

export const person = (name: string, userId: string, language: string) => ({
  name,
  userId,
  roles: ['administrator'],
  locations: ['odense', 'lyon', 'boston'],
  languages: [language],
});

/** Three administrators; more than 20 credits or 8 hours need two of them. */
export const orderOfThree = (change = {}): WorkOrder => {
  const order = january();
  const contacts = [...order.contacts, person('Bo Ad', BO, 'da'), person('Cy Ad', CY, 'fr')];
  return january({ contacts, approval: { above: { credits: 20, hours: 8 }, lapsesAfterDays: 5 }, ...change });
};

export const toLyon = { credits: 30, from: 'odense', to: 'lyon' };
export const bo = { user: BO, name: 'Bo Ad' };
export const cy = { user: CY, name: 'Cy Ad' };

/** What is left at a location. */
export const left = async (account: AccountDesk, location: string): Promise<number | undefined> =>
  (await account.left(location))[0];

/** The request that the first administrator's wish becomes. */
export async function requested(
  { give }: AccountDesk,
  args: object = toLyon,
  commandId = 'wish',
): Promise<ApprovalFacts> {
  const asked = await give('credits.exchange', args);
  expect(asked).toMatchObject({ status: 'needs-confirmation' });
  expect(asked.facts.conditions).toContain('second-administrator');
  const { status, facts } = await give('credits.exchange', asked.args, { ...yes, commandId });
  expect(status).toBe('answered');
  return facts.approval as ApprovalFacts;
}

export const approving = (id: string): object => ({ approval: id, decision: 'approve' });
