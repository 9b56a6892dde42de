/** A button of a card: what it is called, what it says to the desk. */
import type { Button } from './sheet.ts';
import { type PayloadOf, payloadOf, type VerbName } from './verbs.ts';

/** A button that sends a verb with its payload; `style` and `inputs` as in the sheet's schema. */
export const button = <Verb extends VerbName>(
  title: string,
  verb: Verb,
  payload: PayloadOf<Verb>,
  look: Pick<Button, 'style' | 'inputs'> = {},
): Button => ({ title, ...look, data: payloadOf(verb, payload) });
