/** An answer as it is kept in the store, with whatever else was answered in the same turn. */
import { z } from 'zod';
import type { Answer } from '../../src/command/answer.ts';
import { commandNames } from '../../src/command/contract.ts';

export const StoredAnswer: z.ZodType<Answer> = z.object({
  command: z.union([z.literal(''), z.enum(commandNames)]),
  args: z.record(z.string(), z.unknown()),
  status: z.enum(['answered', 'done', 'needs-input', 'needs-confirmation', 'refused', 'not-understood']),
  missing: z.array(z.string()).exactOptional(),
  because: z.array(z.string()).exactOptional(),
  facts: z.record(z.string(), z.unknown()),
  citations: z.array(z.object({ edition: z.string(), section: z.string() })),
  text: z.string(),
  language: z.string(),
  card: z.record(z.string(), z.unknown()),
  get also() {
    return z.array(StoredAnswer).exactOptional();
  },
});
