/** Text to command: language, what is meant, what it names. No network, no clock; the same text gives the same reading. */
import type { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { allArguments } from './arguments.ts';
import { Classifier } from './classifier.ts';
import { type LanguageData, loadLanguageData } from './data.ts';
import type { Entities } from './entities.ts';
import { asksToOpen, cluesOf } from './needs.ts';
import { createReader } from './reader.ts';
import { readingsOf } from './readings.ts';
import { isCorrection, type Reply, replyIn } from './reply.ts';
import { digestFor, trainModel } from './train.ts';
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

/**
 * Builds everything once. What was learnt comes from `model.json` while it fits its sources; else it is learnt anew,
 * which takes some ten seconds longer.
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
