/** What a model's answer is taken for: a command of the desk with arguments that its schema takes, or nothing. */
import { z } from 'zod';
import { type CommandName, contracts } from '../../src/command/contract.ts';
import { commandOf } from './tools.ts';

export interface Chosen {
  readonly command: CommandName;
  readonly args: Readonly<Record<string, unknown>>;
}

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          tool_calls: z.array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) })).nullish(),
        }),
      }),
    )
    .min(1),
});

/** Free text is the person's own: a model may say that there is some, and never what it is. */
const OWN_WORDS: ReadonlySet<string> = new Set(['summary', 'text', 'question', 'comment']);

/**
 * The first call of a tool that the model makes, checked. Numbers and incidents that the person did not write are left
 * out, so that the desk asks for them; whatever the schema does not know is left out too, a `confirmed` among it.
 */
export function chosenIn(completion: unknown, text: string): Chosen | undefined {
  const read = Completion.safeParse(completion);
  const [call] = (read.success ? read.data.choices[0]?.message.tool_calls : undefined) ?? [];
  const command = commandOf(call?.function.name ?? '');
  if (call === undefined || command === undefined) return undefined;
  const args = contracts[command].args.partial().safeParse(parseJson(call.function.arguments));
  return args.success ? { command, args: grounded(args.data, text) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function grounded(args: Readonly<Record<string, unknown>>, text: string): Record<string, unknown> {
  const written = new Set((text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(',', '.'))));
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (OWN_WORDS.has(name)) return [[name, text.trim()]];
      if (typeof value === 'number') return written.has(value) ? [[name, value]] : [];
      if (name === 'incident' || name === 'booking') return text.includes(digitsOf(value)) ? [[name, value]] : [];
      return [[name, value]];
    }),
  );
}

const digitsOf = (id: unknown): string => String(id).replace(/^\D+/, '') || String(id);
