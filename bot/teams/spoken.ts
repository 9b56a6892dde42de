/** An answer as Teams takes it. */
import type { Answer } from '../../src/command/answer.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

export interface Spoken {
  readonly text: string;
  readonly card: object;
  readonly language?: string | undefined;
}

/**
 * A message that holds the card alone: Teams splits a message with text and card in two and gives no id back for it.
 * The words travel as `summary` (what a notification shows) and `speak`.
 */
export function messageOf({ text, card, language }: Spoken) {
  return {
    type: 'message',
    summary: text,
    speak: text,
    ...(language ? { locale: language } : {}),
    attachments: [{ contentType: cardType, content: card }],
  };
}

/** What a card button gets back; the HTTP status stays 200, for Teams shows its own error otherwise and tries again. */
export interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** The card that takes the place of the one that was pressed. */
export const cardInstead = ({ card }: Answer): InvokeBody => ({ statusCode: 200, type: cardType, value: card });

/** A line of text; the card that was pressed stays. */
export const lineBeside = ({ text }: Answer): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});

export const invokeError = (statusCode: number, code: string, message: string): InvokeBody => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
