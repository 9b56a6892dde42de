import { describe, expect, test } from '@jest/globals';
import { Classifier } from '../../../bot/understanding/classifier.ts';
import { loadLanguageData } from '../../../bot/understanding/data.ts';
import { labelOf, labels, NONE } from '../../../bot/understanding/labels.ts';
import { fileOf, type Model, ModelFile, modelFrom } from '../../../bot/understanding/model.ts';
import { digestFor, trainModel } from '../../../bot/understanding/train.ts';
import { trainClassifier } from '../../../bot/understanding/train-classifier.ts';
import { commandNames, contracts } from '../../../src/command/contract.ts';
import { knowledge } from '../../support/world.ts';

const data = loadLanguageData();
/** Fewer samples than this teach little. */
const LEAST = 8;

describe('what was learnt', () => {
  // When this fails, run bot/understanding/train-model.ts and keep the file that it writes.
  test('the kept model is of the word lists, names and sentences as they are', () => {
    expect(data.model?.digest).toBe(digestFor(knowledge, data));
  });

  test('learning anew gives the same model', () => {
    const text = (model: Model | undefined): string => (model === undefined ? '' : JSON.stringify(fileOf(model)));
    expect(text(data.model) === text(trainModel(knowledge, data))).toBe(true);
  });

  test('a model is the same after its way through a file', () => {
    const kept = data.model;
    if (kept === undefined) throw new Error('no model is kept');
    expect(modelFrom(ModelFile.parse(JSON.parse(JSON.stringify(fileOf(kept)))))).toEqual(kept);
  });

  test.each([...data.utterances().keys()])('%s has sentences for every command and for what is none', (language) => {
    const samples = data.utterances().get(language) ?? {};
    expect(labels.filter((label) => (samples[label]?.length ?? 0) < LEAST)).toEqual([]);
    expect(Object.keys(samples).filter((label) => !labels.includes(label))).toEqual([]);
  });

  test('every command is learnt, and with it only arguments that it takes', () => {
    const learnt = labels.map(labelOf);
    expect(new Set(learnt.map(({ command }) => command))).toEqual(new Set([...commandNames, NONE]));
    for (const { command, args } of learnt) {
      const contract = commandNames.find((name) => name === command);
      if (contract !== undefined)
        expect(contracts[contract].args.partial().strict().safeParse(args).success).toBe(true);
    }
  });
});

describe('the classifier', () => {
  const examples = [
    ...Array.from({ length: 6 }, () => ({ features: [1, 2, 9], label: 0 })),
    ...Array.from({ length: 6 }, () => ({ features: [3, 4, 9], label: 1 })),
  ];
  const weights = trainClassifier(['left', 'right'], examples);
  const classifier = new Classifier(weights);

  test('learns which features speak for which label', () => {
    expect(classifier.probabilities([1, 2])[0]).toBeGreaterThan(0.8);
    expect(classifier.probabilities([3, 4])[1]).toBeGreaterThan(0.8);
  });

  test('probabilities add up to one, and features that it never saw say nothing', () => {
    const [left = 0, right = 0] = classifier.probabilities([77]);
    expect(left + right).toBeCloseTo(1);
    expect(left).toBeCloseTo(0.5);
  });

  test('less sharpness is more modest', () => {
    expect(classifier.probabilities([1, 2], 0.5)[0]).toBeLessThan(classifier.probabilities([1, 2])[0] ?? 0);
  });
});
