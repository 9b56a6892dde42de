/**
 * The commands of the desk: each name with the arguments it takes, who may give it and the facts of its answer.
 * Chat, card button, console, HTTP and tab all go through this one table. Names and shapes are a contract.
 */
import { z } from 'zod';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { Allowed, Balance } from './account-contract.ts';
import { accountRows } from './account-rows.ts';
import { agreementRows } from './agreement-rows.ts';
import { contract, everyone } from './contract-row.ts';
import { incidentRows } from './incident-rows.ts';

export * from './agreement-contract.ts';
export * from './incident-contract.ts';
export * from './response-contract.ts';
export { Allowed, Balance };

/** Words of courtesy, of anger and of need that ask nothing of the desk. */
export const SmallTalk = z.enum(['greeting', 'thanks', 'goodbye', 'who', 'insult', 'person', 'off-topic', 'emergency']);
export type SmallTalk = z.infer<typeof SmallTalk>;

export const contracts = {
  ...agreementRows,
  ...incidentRows,
  ...accountRows,
  'language.set': contract(
    [...everyone, 'engineer'],
    z.object({ language: DeskLanguage }),
    z.object({ language: DeskLanguage }),
    ['language'],
  ),
  help: contract(
    everyone,
    z.object({}),
    z.object({
      commands: z.array(z.string()),
      /** What was said that is no question to the desk: the answer is a short word, and not the list of commands. */
      smallTalk: SmallTalk.optional(),
      /** With an emergency that is not the vendor's: what to dial, the asker's own country first. */
      dial: z.array(z.object({ country: z.string(), numbers: z.array(z.string()) })).optional(),
    }),
  ),
} as const;

export type Contracts = typeof contracts;
export type CommandName = keyof Contracts;

/** Commands that spend, close or reopen: what they do is done after a yes, what they only answer is answered at once. */
export const confirmed: ReadonlySet<CommandName> = new Set<CommandName>([
  'incident.close',
  'incident.reopen',
  'credits.exchange',
  'credits.redeem',
  'service.book',
  'service.cancel',
  'service.move',
  'event.plan',
  'hours.record',
  'approval.decide',
  'contact.add',
  'contact.remove',
]);
export type ArgsOf<Name extends CommandName> = z.infer<Contracts[Name]['args']>;
export type FactsOf<Name extends CommandName> = z.infer<Contracts[Name]['facts']>;
export const commandNames = Object.keys(contracts) as CommandName[];
