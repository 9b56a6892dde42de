/** One turn of a conversation on its way to the desk, whatever face it came in by, and the reply on its way back. */
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Answer, Refusal } from '../../src/command/answer.ts';
import type { CommandName } from '../../src/command/contract.ts';
import type { Caller } from '../desk/desk.ts';

export type Request =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly args: Readonly<Record<string, unknown>>;
      /** With the button that answers what the desk asked back. */
      readonly confirmed?: boolean;
    }
  /** The button of a card that hides an answer from everybody but its reader. */
  | { readonly kind: 'view'; readonly view: string }
  /** A button whose payload fits no command, or a form with something in it that cannot be taken. */
  | { readonly kind: 'unreadable'; readonly because: Refusal };

export interface Turn {
  readonly face: 'message' | 'invoke' | 'http' | 'tab';
  /** An empty tenant or user stands for one that the face could not establish; the wall refuses it. */
  readonly caller: Caller;
  readonly request: Request;
  /** The language for what the pipeline itself says; set by the `language` step. */
  readonly language?: DeskLanguage;
  /** The same for every delivery of one activity; without it the turn is not guarded against a repeat. */
  readonly delivery?: string;
  /** What the card button stands for (incident, verb, revision): the same whoever presses it, and how often. */
  readonly commandKey?: string;
  /** Milliseconds within which the face has to have something to say; without it the turn takes the time it needs. */
  readonly budgetMs?: number;
  /** Says an answer in the conversation; absent where the face returns the answer itself. */
  readonly say?: (answer: Answer) => Promise<void>;
  /** Says an answer that came after the budget was spent. */
  readonly sayLater?: (answer: Answer) => Promise<void>;
}

export interface Reply {
  readonly answer: Answer;
  /** This turn was done before; the answer is the first one's and nothing may be said a second time. */
  readonly repeated?: true;
  /** The answer was given for want of time; the real one follows. */
  readonly late?: Promise<Reply>;
  /** A failure that must not be remembered: the next delivery tries again. */
  readonly failed?: true;
}

export type Next = (turn: Turn) => Promise<Reply>;

/** A step of the pipeline: looks at the turn, hands it on at most once, looks at the reply. */
export type Step = (turn: Turn, next: Next) => Promise<Reply>;
