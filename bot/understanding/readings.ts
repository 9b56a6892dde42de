/** Which commands a text may mean, and how likely each is. */
import { argumentsFor } from './arguments.ts';
import type { Classifier } from './classifier.ts';
import { featuresOf } from './features.ts';
import { labelOf, NONE } from './labels.ts';
import { bearsSigns, type Clues, cluesOf, isFragment, mayMean } from './needs.ts';
import { noveltyOf, stemsOf } from './novelty.ts';
import type { Reading, UnderstandingContext } from './understand.ts';
import type { View } from './view.ts';

/** Takes the classifier's word with a grain of salt: its samples are few. */
const SHARPNESS = 1.3;
/** What lacks what its command needs keeps this share of its likelihood. */
const LACKING = 0.3;
/** What bears all the signs of its command counts at least for this, and so many times over. */
const LEAST_SIGNED = 0.1;
const SIGNED = 4;
const LEAST = 0.05;
/** The weight of there being nothing in it, so that what all commands lack stays unlikely. */
const NOTHING = 0.02;
/** What is left of the likelihood of a mere fragment: it is offered, and not followed. */
const FRAGMENT = 0.4;

/** What of a command's likelihood an argument learnt with it must have, or it is asked for. */
const CLEAR = 0.75;

export interface Learned {
  readonly classifier: Classifier;
  readonly stems: ReadonlySet<number>;
}

/** The commands that the text may mean, best first, with their likelihood among each other and against none at all. */
export function readingsOf(view: View, context: UnderstandingContext, learned: Learned): Reading[] {
  if (view.tokens.length === 0) return [];
  const clues = cluesOf(view);
  const guesses = guessesOf(view, learned);
  const isSigned = guesses.some(({ command }) => mayMean(command, clues) && bearsSigns(command, clues));
  for (const guess of guesses) guess.weight = weigh(guess, clues, isSigned);
  heedSpeaker(guesses, context.speaker);
  const sum = guesses.reduce((total, { weight }) => total + weight, 0) + NOTHING;
  const most = isFragment(clues) ? FRAGMENT : 1;
  return guesses
    .filter(({ command, weight }) => command !== NONE && weight / sum >= LEAST)
    .sort((a, b) => b.weight - a.weight)
    .map(({ command, weight, args }) => ({
      command,
      args: argumentsFor(command, view, context, args),
      confidence: (weight / sum) * most,
    }));
}

interface Guess {
  readonly command: string;
  weight: number;
  /** What was learnt with the command, where the text is clear about it. */
  args: Readonly<Record<string, string>>;
}

/** The classifier's word on each command: those that were learnt with an argument are the sum of its values. */
function guessesOf(view: View, { classifier, stems }: Learned): Guess[] {
  const chances = classifier.probabilities(
    [...featuresOf(view), ...noveltyOf(stemsOf(view), (stem) => stems.has(stem))],
    SHARPNESS,
  );
  const guesses = new Map<string, Guess & { best: number }>();
  for (const [index, label] of classifier.labels.entries()) {
    const chance = chances[index] ?? 0;
    const { command, args } = labelOf(label);
    const guess = guesses.get(command) ?? { command, weight: 0, args: {}, best: 0 };
    guess.weight += chance;
    if (chance > guess.best) Object.assign(guess, { args, best: chance });
    guesses.set(command, guess);
  }
  for (const guess of guesses.values()) if (guess.best < guess.weight * CLEAR) guess.args = {};
  return [...guesses.values()];
}

function weigh({ command, weight }: Guess, clues: Clues, isSigned: boolean): number {
  const lacks = command === NONE ? isSigned : !mayMean(command, clues);
  if (lacks) return weight * LACKING;
  return bearsSigns(command, clues) ? Math.max(weight, LEAST_SIGNED) * SIGNED : weight;
}

/**
 * Who speaks tells apart what the words do not. "Put it on B" is an engineer's decision and a customer's wish; a customer
 * gives no status of the vendor's work, but notes something. An engineer may also leave a note.
 */
function heedSpeaker(guesses: readonly Guess[], speaker: UnderstandingContext['speaker']): void {
  if (speaker === 'engineer') give(guesses, 'severity.request', 'severity.set');
  if (speaker === 'customer') {
    give(guesses, 'severity.set', 'severity.request');
    give(guesses, 'incident.update', 'incident.note');
  }
}

/** The likelihood of one command goes to another. */
function give(guesses: readonly Guess[], from: string, to: string): void {
  const giver = guesses.find(({ command }) => command === from);
  const taker = guesses.find(({ command }) => command === to);
  if (giver === undefined || taker === undefined) return;
  taker.weight += giver.weight;
  giver.weight = 0;
}
