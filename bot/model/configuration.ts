/** The language model that a customer may bring: where it is, and how much of it is used. Without it all works. */
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';

const Settings = z.object({
  DESK_MODEL_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s) address of an OpenAI-compatible service' }),
  DESK_MODEL_KEY: z.string({ error: 'must be set beside DESK_MODEL_URL' }).min(1),
  DESK_MODEL_NAME: z.string({ error: 'must name the model to ask' }).min(1),
  DESK_MODEL_CALLS: z.coerce.number('must be a number of calls').int().positive().default(60),
});

export interface ModelConfiguration {
  /** The base address, such as `https://models.example/v1`. */
  readonly url: string;
  readonly key: string;
  readonly name: string;
  /** Calls for one tenant in one hour. */
  readonly callsPerHour: number;
}

/** Nothing where no model is named; faults where it is named by halves. */
export function readModelConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ModelConfiguration | undefined, readonly Fault[]> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith('DESK_MODEL_') && value),
  );
  if (Object.keys(given).length === 0) return ok(undefined);
  const read = Settings.safeParse(given);
  if (!read.success)
    return fail(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })));
  const { DESK_MODEL_URL: url, DESK_MODEL_KEY: key, DESK_MODEL_NAME: name, DESK_MODEL_CALLS } = read.data;
  return ok({ url, key, name, callsPerHour: DESK_MODEL_CALLS });
}
