import type { Answer } from '../../../../src/command/answer.ts';

/** An answer with nothing in it but what the test is about. */
export const answerOf = (text: string, given: Partial<Answer> = {}): Answer => ({
  command: 'help',
  args: {},
  status: 'answered',
  facts: {},
  citations: [],
  text,
  language: 'en',
  card: { type: 'AdaptiveCard', version: '1.5', speak: text, body: [{ type: 'TextBlock', text, wrap: true }] },
  ...given,
});
