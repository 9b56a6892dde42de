/** The desk as every face of it sees it: chat, card button, console, HTTP and tab all come in here. */
import type { Answer } from '../../src/command/answer.ts';
import type { CommandName } from '../../src/command/contract.ts';

/** Who asks, where, and when. Tenant and user come from a verified token, or from whoever runs the console. */
export interface Caller {
  readonly tenant: string;
  readonly user: string;
  readonly name?: string;
  /** The client's language (BCP 47); the text itself decides first. */
  readonly locale?: string;
  /** The client's time zone (IANA), for showing instants in the reader's time. */
  readonly timeZone?: string;
  /** Keeps a dialog together; without one each question stands alone. */
  readonly conversation?: string;
  /** Others read the answer too, as in a channel: what belongs to the person alone must not be on its face. */
  readonly shared?: boolean;
  /** The person's id in the channel (`29:…`): a card refreshes by itself for those that it names. */
  readonly channelUser?: string;
  /** An instant with offset that stands for now; the clock's time without it. */
  readonly now?: string;
  /** The same for every delivery of the same turn: doing it twice is doing it once. */
  readonly commandId?: string;
}

export interface TextTurn extends Caller {
  readonly text: string;
}

/** A card button: the command with the arguments that its payload holds, unchecked yet. */
export interface CommandTurn extends Caller {
  readonly command: CommandName;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the person agreed to what the desk asked back before doing it; absent where nothing was asked. */
  readonly confirmed?: boolean;
}

/** Opens an answer that was kept for one person, since others read along where it was asked for. */
export interface ViewTurn extends Caller {
  readonly view: string;
}

export interface Desk {
  /** Understands the text, asks for what is missing, decides, records, and answers in words and card. */
  ask(turn: TextTurn): Promise<Answer>;
  /** Gives one command whose arguments are at hand. */
  perform(turn: CommandTurn): Promise<Answer>;
  /** The answer that was kept for this person; refused as `private` to everybody else. */
  view(turn: ViewTurn): Promise<Answer>;
  /** Whether the desk waits for this person's answer in this conversation. */
  awaits(caller: Caller): Promise<boolean>;
  close(): Promise<void>;
}
