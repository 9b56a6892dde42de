/** Writes `model.json` anew: run it whenever word lists, sample sentences or names have changed. */
import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../knowledge/load.ts';
import { loadLanguageData, modelPath } from './data.ts';
import { fileOf } from './model.ts';
import { trainModel } from './train.ts';

const model = trainModel(loadKnowledge(), loadLanguageData());
writeFileSync(modelPath, `${JSON.stringify(fileOf(model), null, 2)}\n`);
