/** Words and a card for every decision: the one way from the core's plain data to what a person sees. */
import type { Products, ServiceNames } from '../knowledge/schema/catalogue.ts';
import type { Decision } from '../src/command/answer.ts';
import { contracts } from '../src/command/contract.ts';
import { answerCard } from './answer.ts';
import type { Audience } from './audience.ts';
import { formCard } from './form.ts';
import { helpCard } from './help.ts';
import { notUnderstoodCard } from './not-understood.ts';
import { refusalCard } from './refusal.ts';
import { rulingCard } from './ruling.ts';
import type { Rendered } from './sheet.ts';
import { type Voice, voiceFor } from './voice.ts';

export type { Audience } from './audience.ts';

export interface Presenter {
  /**
   * The plain summary, figures included, and the Adaptive Card, in the audience's language and zone. Throws where the
   * facts are not those of the command's contract, for that is a bug of whoever decided.
   */
  present(decision: Decision, audience: Audience): { text: string; card: object };
}

/** A presenter that knows what services and products are called. */
export function createPresenter(names: { services: ServiceNames; products: Products }): Presenter {
  return { present: (decision, audience) => presentBy(decision, voiceFor(names, audience)) };
}

function presentBy(decision: Decision, voice: Voice): Rendered {
  switch (decision.status) {
    case 'not-understood':
      return notUnderstoodCard(decision, voice);
    case 'refused':
      return refusalCard(decision, voice);
    case 'needs-input':
      return formCard(decision, voice);
    default:
      return answerBy(decision, voice);
  }
}

function answerBy(decision: Decision, voice: Voice): Rendered {
  switch (decision.command) {
    case 'response.expect': {
      const facts = contracts['response.expect'].facts.parse(decision.facts);
      if ('chart' in facts) return answerCard(facts, decision.citations, voice);
      return rulingCard(decision, voice);
    }
    case 'help':
      return helpCard(contracts.help.facts.parse(decision.facts), voice);
    default:
      return rulingCard(decision, voice);
  }
}
