/** Text to command: language, what is meant, what it names. No network, no clock; the same text gives the same reading. */
import type { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { allArguments, argumentsFor } from './arguments.ts';
import { Classifier } from './classifier.ts';
import { type LanguageData, loadLanguageData } from './data.ts';
import type { Entities } from './entities.ts';
import { featuresOf } from './features.ts';
import { cluesOf, needs } from './needs.ts';
import { createReader, type Reader } from './reader.ts';
import { isCorrection, type Reply, replyIn } from './reply.ts';
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
  /** Named, and not known. */
  readonly unknown: { readonly product?: string; readonly severity?: string };
}

export interface Understander {
  understand(text: string, context: UnderstandingContext): Understanding;
  languageOf(text: string, locale?: string): DeskLanguage;
}

/** Stands for what the desk is not for. */
const NONE = 'none';
/** Takes the classifier's word with a grain of salt: its samples are few. */
const SHARPNESS = 0.8;
/** What lacks what its command needs keeps this share of its likelihood. */
const LACKING = 0.02;
const LEAST = 0.05;

/** Builds the reader and trains the classifier on the sample sentences: some hundred milliseconds, once. */
export function createUnderstander(
  knowledge: UnderstandingKnowledge,
  data: LanguageData = loadLanguageData(),
): Understander {
  const reader = createReader(knowledge, data);
  const classifier = trained(reader, data);
  return {
    languageOf: (text, locale) => reader.languageOf(text, locale),
    understand(text, context) {
      const view = reader.read(text, context);
      const reply = replyIn(view);
      return {
        language: view.language,
        readings: readingsOf(view, context, classifier),
        entities: view.entities,
        args: allArguments(view, context),
        ...(reply === undefined ? {} : { reply }),
        correction: isCorrection(view),
        unknown: view.unknown,
      };
    },
  };
}

const plainContext: UnderstandingContext = { now: '2026-01-01T00:00:00Z', timeZone: 'UTC', locations: [] };

function trained(reader: Reader, { utterances }: LanguageData): Classifier {
  const labels = [...new Set([NONE, ...Object.keys(needs)])];
  const classifier = new Classifier(labels);
  const examples = [...utterances].flatMap(([language, commands]) =>
    Object.entries(commands).flatMap(([command, texts]) =>
      texts.map((text) => ({
        features: featuresOf(reader.read(text, plainContext, language)),
        label: labels.indexOf(command),
      })),
    ),
  );
  classifier.train(examples);
  return classifier;
}

/** The commands that the text may mean, with their likelihood among each other and against none at all. */
function readingsOf(view: View, context: UnderstandingContext, classifier: Classifier): Reading[] {
  if (view.tokens.length === 0) return [];
  const clues = cluesOf(view);
  const chances = classifier.probabilities(featuresOf(view), SHARPNESS);
  const weighed = classifier.labels.map((command, index) => {
    const lacks = command !== NONE && needs[command]?.(clues) !== true;
    return { command, weight: (chances[index] ?? 0) * (lacks ? LACKING : 1) };
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0) + 0.02;
  return weighed
    .filter(({ command, weight }) => command !== NONE && weight / sum >= LEAST)
    .sort((a, b) => b.weight - a.weight)
    .map(({ command, weight }) => ({ command, args: argumentsFor(command, view, context), confidence: weight / sum }));
}
