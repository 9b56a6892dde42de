import type { CommandTurn, Desk, TextTurn, ViewTurn } from '../../../../bot/desk/desk.ts';
import type { Answer } from '../../../../src/command/answer.ts';
import { answerOf } from './answers.ts';

export type AnyTurn = TextTurn | CommandTurn;

/** A desk that remembers what it was asked and answers as it is told to. */
export class FakeDesk implements Desk {
  readonly turns: AnyTurn[] = [];
  answer: (turn: AnyTurn) => Answer | Promise<Answer> = (turn) =>
    answerOf('text' in turn ? `You said: ${turn.text}` : `You pressed: ${turn.command}`);

  ask(turn: TextTurn): Promise<Answer> {
    return this.#take(turn);
  }

  perform(turn: CommandTurn): Promise<Answer> {
    return this.#take(turn);
  }

  readonly viewed: ViewTurn[] = [];
  /** Whether it waits for an answer. */
  waits = false;

  async view(turn: ViewTurn): Promise<Answer> {
    this.viewed.push(turn);
    return answerOf(`You opened: ${turn.view}`);
  }

  async awaits(): Promise<boolean> {
    return this.waits;
  }

  async close(): Promise<void> {}

  async #take(turn: AnyTurn): Promise<Answer> {
    this.turns.push(turn);
    return this.answer(turn);
  }
}
