/** The same task for nlp.js, the best kept offline library for it: trained on the same sentences, language by language. */
import { createRequire } from 'node:module';
import { labelOf } from '../../bot/understanding/labels.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';

interface NlpJs {
  settings: object;
  nluManager: { settings: object };
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
}
interface Container {
  use(plugin: unknown): void;
  get(name: 'nlp'): NlpJs;
}

const require = createRequire(import.meta.url);
const { containerBootstrap } = require('@nlpjs/core') as { containerBootstrap(): Promise<Container> };
const { Nlp } = require('@nlpjs/nlp') as { Nlp: unknown };

/** Its stemmers; it has none for Albanian and Kazakh, where it goes by whole words. */
const packs: Partial<Record<DeskLanguage, () => unknown>> = {
  en: () => (require('@nlpjs/lang-en') as { LangEn: unknown }).LangEn,
  fr: () => (require('@nlpjs/lang-fr') as { LangFr: unknown }).LangFr,
  da: () => (require('@nlpjs/lang-da') as { LangDa: unknown }).LangDa,
  'zh-Hant': () => (require('@nlpjs/lang-zh') as { LangZh: unknown }).LangZh,
};

/** Learns the sentences by command; what it gives for a text it does not know is the intent `None`. */
export async function trainNlpJs(
  language: DeskLanguage,
  samples: Readonly<Record<string, readonly string[]>>,
): Promise<(text: string) => Promise<string>> {
  const container = await containerBootstrap();
  container.use(Nlp);
  const pack = packs[language]?.();
  if (pack !== undefined) container.use(pack);
  const nlp = container.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, forceNER: false });
  Object.assign(nlp.nluManager.settings, { log: false });
  const code = language === 'zh-Hant' ? 'zh' : language;
  nlp.addLanguage(code);
  for (const [label, texts] of Object.entries(samples)) {
    const { command } = labelOf(label);
    for (const text of texts) nlp.addDocument(code, text, command === 'none' ? 'None' : command);
  }
  await nlp.train();
  return async (text) => {
    const { intent } = await nlp.process(code, text);
    return intent === 'None' ? 'none' : intent;
  };
}
