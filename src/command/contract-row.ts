/** A row of the table of commands. */
import type { z } from 'zod';
import type { PersonRole } from '../../knowledge/vocabulary.ts';

export const contract = <Args extends z.ZodObject, Facts extends z.ZodType>(
  roles: readonly PersonRole[],
  args: Args,
  facts: Facts,
  /** Arguments without which there is no answer, in the order in which they are asked for. */
  required: readonly (keyof z.infer<Args> & string)[] = [],
) => ({ roles, args, facts, required });

export const everyone = ['customer', 'contact', 'administrator'] as const;
export const contacts = ['contact', 'administrator', 'engineer'] as const;
export const administrators = ['administrator'] as const;
