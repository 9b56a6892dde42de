/** What every command answers, before words and card are put to it. */
import type { CommandName } from './contract.ts';

export interface Citation {
  readonly edition: string;
  /** As the source numbers it: `2.2`, `4.5.2`, `A`. */
  readonly section: string;
}

export type Status = 'answered' | 'done' | 'needs-input' | 'needs-confirmation' | 'refused' | 'not-understood';

/** Why the desk refuses who asks or what is asked about; a rule that says no is an answer, not a refusal. */
export type Refusal =
  | 'role'
  | 'unknown-tenant'
  | 'unknown-incident'
  | 'unknown-location'
  | 'invalid-argument'
  | 'unknown-product'
  | 'unknown-severity'
  | 'unknown-service'
  | 'unknown-edition'
  | 'unknown-booking'
  | 'unknown-approval'
  | 'own-request'
  | 'approval-lapsed'
  | 'decided-before'
  | 'asker-may-not'
  | 'no-second-administrator'
  | 'unknown-contact'
  | 'contact-exists'
  | 'last-administrator'
  | 'agreement-expired'
  | 'state'
  | 'done-before'
  | 'same-severity'
  | 'private'
  | 'date-in-the-past'
  | 'text-too-long'
  | 'empty-text'
  | 'nothing-asked'
  | 'busy'
  | 'internal';

/** A decision in plain data: the same whatever language it is told in. */
export interface Decision {
  readonly command: CommandName | '';
  readonly args: Readonly<Record<string, unknown>>;
  readonly status: Status;
  /** With `needs-input`: argument names, the one asked for first. */
  readonly missing?: readonly string[];
  /** With `refused`, or beside `needs-input` where something given could not be taken. */
  readonly because?: readonly (Refusal | string)[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly citations: readonly Citation[];
  /** With `not-understood`: what the person may have meant, best first. */
  readonly suggestions?: readonly { readonly command: CommandName; readonly args: Readonly<Record<string, unknown>> }[];
}

/** The whole answer as the console, the HTTP API and a channel give it. */
export interface Answer extends Decision {
  /** Plain summary in the answer's language, figures included. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The Adaptive Card. */
  readonly card: object;
  /** Further answers to the same message, in the order in which they are to be read: two commands in one sentence. */
  readonly also?: readonly Answer[];
}

/** The answer and those that follow it, flat, as a channel says them one after the other. */
export const answersIn = (answer: Answer): readonly Answer[] => [answer, ...(answer.also ?? []).flatMap(answersIn)];
