/** The desk's settings from the environment, read once and told plainly when they are wrong. */
import { z } from 'zod';
import { fail, ok, type Result } from '../src/result.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().optional(),
  DESK_DATA: z.string().default('.data'),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  /** Tenants that may use the desk, separated by commas; every tenant with a work order without it. */
  DESK_TENANTS: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((tenant) => tenant.trim())
        .filter(Boolean),
    )
    .optional(),
  DESK_LOCAL_TENANT: z.string().optional(),
  DESK_LOCAL_USER: z.string().optional(),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Configuration = z.infer<typeof Environment>;

/** The settings, or a text that names every variable that is wrong and how to mend it. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, string> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    return fail(
      `The settings are wrong:\n${read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`,
    );
  }
  const problem = appProblem(read.data);
  return problem === undefined ? ok(read.data) : fail(problem);
}

function appProblem(settings: Configuration): string | undefined {
  if (settings.MICROSOFT_APP_ID === undefined) {
    return settings.NODE_ENV === 'production'
      ? 'MICROSOFT_APP_ID is not set: without it nobody’s token is checked, so the desk does not start in production. Set it to the app id of the bot’s registration.'
      : undefined;
  }
  if (settings.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' && settings.MICROSOFT_APP_PASSWORD === undefined) {
    return 'MICROSOFT_APP_PASSWORD is not set, so the desk could not answer. Set it to a client secret of the app registration.';
  }
  if (settings.MICROSOFT_APP_TYPE === 'SingleTenant' && settings.MICROSOFT_APP_TENANT_ID === undefined) {
    return 'MICROSOFT_APP_TENANT_ID is not set. A single-tenant bot needs the tenant of its app registration.';
  }
  return undefined;
}
