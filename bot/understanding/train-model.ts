/** Writes `model.json` anew: run it whenever word lists, sample sentences or names have changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import { loadLanguageData, modelPath } from './data.ts';
import { fileOf } from './model.ts';
import { trainModel } from './train.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../knowledge', name), 'utf8'));

const knowledge = {
  services: ServiceNames.parse(json('services.json')),
  products: Products.parse(json('products.json')),
};

writeFileSync(modelPath, `${JSON.stringify(fileOf(trainModel(knowledge, loadLanguageData())), null, 2)}\n`);
