/** The evaluation sentences: what people would write, with the command and the arguments that must come out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';

const Sentence = z.strictObject({
  text: z.string().min(1),
  /** A command, or `none` for what the desk is not for. */
  command: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** One way of writing. Only the development half may guide the work on the recogniser; the frozen half is measured. */
const Writer = z.strictObject({
  writer: z.string(),
  how: z.string(),
  /** Where the sentences come from, and what each half is for. */
  note: z.string(),
  development: z.array(Sentence),
  frozen: z.array(Sentence),
});

export const halves = ['development', 'frozen'] as const;
export type Half = (typeof halves)[number];

export interface Sentence extends z.infer<typeof Sentence> {
  readonly writer: string;
  readonly half: Half;
}

const folder = join(import.meta.dirname, '../../knowledge/evaluation');

/** All sentences of a language, writer by writer. */
export function sentencesOf(language: DeskLanguage): Sentence[] {
  const files = readdirSync(join(folder, language)).sort();
  return files.flatMap((file) => {
    const { writer, ...texts } = Writer.parse(JSON.parse(readFileSync(join(folder, language, file), 'utf8')));
    return halves.flatMap((half) => texts[half].map((sentence) => ({ ...sentence, writer, half })));
  });
}
