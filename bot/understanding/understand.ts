/** Text to command: language, what is meant, what it names. No network, no clock; the same text gives the same reading. */
import type { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { allArguments, argumentsFor } from './arguments.ts';
import { Classifier } from './classifier.ts';
import { type LanguageData, loadLanguageData } from './data.ts';
import type { Entities } from './entities.ts';
import { featuresOf } from './features.ts';
import { asksToOpen, bearsSigns, cluesOf, isFragment, mayMean } from './needs.ts';
import { noveltyOf, stemsOf } from './novelty.ts';
import { createReader } from './reader.ts';
import { isCorrection, type Reply, replyIn } from './reply.ts';
import { digestFor, NONE, trainModel } from './train.ts';
import type { View } from './view.ts';

export type { Entities } from './entities.ts';

export interface UnderstandingKnowledge {
  readonly services: ServiceNames;
  readonly products: Products;
  readonly editions?: ReadonlyMap<string, unknown>;
}

export interface UnderstandingContext {
  /** BCP 47; decides the language only where the text does not. */
  readonly locale?: string;
  /** ISO with offset. */
  readonly now: string;
  /** IANA; dates are read in it unless a location is named. */
  readonly timeZone: string;
  readonly locations: readonly {
    readonly id: string;
    readonly country: string;
    readonly timeZone: string;
    readonly city?: string;
  }[];
  /** Who speaks, where it is known to be the one or the other: an engineer sets a severity, a contact asks for one. */
  readonly speaker?: 'engineer' | 'customer';
  /** What the desk has just asked for. */
  readonly expecting?: { readonly argument: string } | { readonly confirmation: true };
}

export interface Reading {
  readonly command: string;
  readonly args: Record<string, unknown>;
  /** From 0 to 1: how likely the command is meant. */
  readonly confidence: number;
}

export interface Understanding {
  readonly language: DeskLanguage;
  /** Best first; empty when nothing is understood. */
  readonly readings: readonly Reading[];
  /** Everything found, whatever the command. */
  readonly entities: Entities;
  /** The same under the names of arguments. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly reply?: Reply;
  /** Takes back a part of what was said: "no, severity B". */
  readonly correction: boolean;
  /** The words ask for an incident to be opened; without them a breakdown is only told. */
  readonly asksToOpen: boolean;
  /** Named and not known; `among` where the words for a product may mean one of these. */
  readonly unknown: View['unknown'];
}

export interface Understander {
  understand(text: string, context: UnderstandingContext): Understanding;
  languageOf(text: string, locale?: string): DeskLanguage;
}

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

/**
 * Builds everything once. What was learnt comes from `model.json` while it fits its sources; else it is learnt anew,
 * which takes a second or two longer.
 */
export function createUnderstander(
  knowledge: UnderstandingKnowledge,
  data: LanguageData = loadLanguageData(),
): Understander {
  const model = data.model?.digest === digestFor(knowledge, data) ? data.model : trainModel(knowledge, data);
  const reader = createReader(knowledge, data, model);
  const learned = { classifier: new Classifier(model.weights), stems: new Set(model.stems) };
  return {
    languageOf: (text, locale) => reader.languageOf(text, locale),
    understand(text, context) {
      const view = reader.read(text, context);
      const reply = replyIn(view);
      return {
        language: view.language,
        readings: readingsOf(view, context, learned),
        entities: view.entities,
        args: allArguments(view, context),
        ...(reply === undefined ? {} : { reply }),
        correction: isCorrection(view),
        asksToOpen: asksToOpen(cluesOf(view)),
        unknown: view.unknown,
      };
    },
  };
}

interface Learned {
  readonly classifier: Classifier;
  readonly stems: ReadonlySet<number>;
}

/** The commands that the text may mean, with their likelihood among each other and against none at all. */
function readingsOf(view: View, context: UnderstandingContext, { classifier, stems }: Learned): Reading[] {
  if (view.tokens.length === 0) return [];
  const clues = cluesOf(view);
  const chances = classifier.probabilities(
    [...featuresOf(view), ...noveltyOf(stemsOf(view), (stem) => stems.has(stem))],
    SHARPNESS,
  );
  const isSigned = classifier.labels.some((command) => mayMean(command, clues) && bearsSigns(command, clues));
  const weighed = classifier.labels.map((command, index) => {
    const lacks = command === NONE ? isSigned : !mayMean(command, clues);
    const chance = chances[index] ?? 0;
    const weight = lacks
      ? chance * LACKING
      : bearsSigns(command, clues)
        ? Math.max(chance, LEAST_SIGNED) * SIGNED
        : chance;
    return { command, weight };
  });
  heedSpeaker(weighed, context.speaker);
  const sum = weighed.reduce((total, { weight }) => total + weight, 0) + NOTHING;
  const most = isFragment(clues) ? FRAGMENT : 1;
  return weighed
    .filter(({ command, weight }) => command !== NONE && weight / sum >= LEAST)
    .sort((a, b) => b.weight - a.weight)
    .map(({ command, weight }) => ({
      command,
      args: argumentsFor(command, view, context),
      confidence: (weight / sum) * most,
    }));
}

/** "Put it on B" is an engineer's decision and a customer's wish: the one's likelihood goes to the other. */
function heedSpeaker(weighed: { command: string; weight: number }[], speaker: UnderstandingContext['speaker']): void {
  const request = weighed.find(({ command }) => command === 'severity.request');
  const set = weighed.find(({ command }) => command === 'severity.set');
  if (speaker === undefined || request === undefined || set === undefined) return;
  const [meant, other] = speaker === 'engineer' ? [set, request] : [request, set];
  meant.weight += other.weight;
  other.weight = 0;
}
