/** Puts words and a card to a decision, and shows it to the right eyes. */
import type { Audience, Presenter } from '../../cards/present.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Answer, Decision } from '../../src/command/answer.ts';
import { contracts } from '../../src/command/contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Pending } from '../dialogs/dialog.ts';
import type { Caller } from './desk.ts';
import type { OwnViews } from './own-views.ts';
import { placesOf, usualTimeZone } from './scenes.ts';
import { isForAll, neutral } from './shared.ts';

export interface Questions {
  /** One that waits beside the answer. */
  readonly open?: Pending | undefined;
  /** What the question is called that the answer asks back, if it does. */
  readonly asking?: string;
}

export interface Telling {
  /** The answer in words and card. */
  present(decision: Decision, turn: Caller, scene: Scene, questions?: Questions): Answer;
  /** The same; where others read along, a card that shows it to the one who asked. */
  show(decision: Decision, turn: Caller, scene: Scene, questions?: Questions): Promise<Answer>;
}

export function createTelling(presenter: Presenter, views: OwnViews): Telling {
  function present(decision: Decision, turn: Caller, scene: Scene, { open, asking }: Questions = {}): Answer {
    const language = languageSetBy(decision) ?? scene.language;
    const audience = { ...audienceOf(turn, scene, language), ...(asking === undefined ? {} : { asking }) };
    const { text, card } = presenter.present(decision, audience, open);
    return { ...decision, text, language, card };
  }

  return {
    present,
    async show(decision, turn, scene, questions) {
      const { tenant, user, shared, channelUser } = turn;
      const { people: _people, ...rest } = decision.facts;
      // Whom to turn to is nobody else's to read.
      if (shared === true && isForAll(decision)) return present({ ...decision, facts: rest }, turn, scene);
      const answer = present(decision, turn, scene, questions);
      if (shared === true) {
        const view = await views.keep(tenant, user, answer);
        const reader = { view, name: scene.asker.name, reader: channelUser };
        return neutral(answer, presenter.aside(reader, audienceOf(turn, scene, scene.language)), view);
      }
      // A press on one's own view in a channel: what it shows from now on is what came of it.
      if (channelUser !== undefined) await views.renew(tenant, user, answer);
      return answer;
    },
  };
}

/** Who asks for a language gets the answer to it in that language. */
export function languageSetBy({ command, status, facts }: Decision): DeskLanguage | undefined {
  if (command !== 'language.set' || status !== 'done') return undefined;
  return contracts['language.set'].facts.parse(facts).language;
}

const audienceOf = ({ timeZone, user, name, channelUser }: Caller, scene: Scene, language: DeskLanguage): Audience => ({
  language,
  timeZone: timeZone ?? usualTimeZone(scene),
  now: new Date(scene.now).toISOString(),
  user,
  ...(name === undefined ? {} : { name }),
  ...(channelUser === undefined ? {} : { reader: channelUser }),
  locations: placesOf(scene),
});
