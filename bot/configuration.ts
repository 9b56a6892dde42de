/** The desk's settings from the environment, read once and told plainly when they are wrong. */
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '../src/result.ts';
import { type ModelConfiguration, readModelConfiguration } from './model/configuration.ts';
import { type PortalSettings, readPortalSettings } from './portal/portal-settings.ts';
import { readTeamsConfiguration, type TeamsConfiguration } from './teams/configuration.ts';

const Settings = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65535).default(3978),
  HOST: z.string().optional(),
  DESK_DATA: z.string().default('.data'),
  DESK_OPERATOR_KEY: z
    .string()
    .regex(/^\S{24,}$/, 'must have at least 24 characters and no blanks, since it opens the outbox of every tenant')
    .optional(),
  DESK_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http or https address at which the desk is reached from outside' })
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Configuration {
  readonly port: number;
  /** The address to listen on; this machine alone while the desk has no app id. */
  readonly host: string;
  /** The folder of the embedded store. */
  readonly data: string;
  readonly logLevel: string;
  /** Opens the operator's routes; without it there are none. */
  readonly operatorKey?: string;
  /** The address at which the desk is reached from outside; without it no card has a link to a calendar file. */
  readonly publicUrl?: string;
  /** For which customers cases are filed in the vendor's portal; without it, for none. */
  readonly portal?: PortalSettings;
  readonly teams: TeamsConfiguration;
  /** A language model beside the recogniser; none where none is named. */
  readonly model?: ModelConfiguration;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All settings, or every fault with the variable that it concerns. */
export function readConfiguration(environment: Environment): Result<Configuration, readonly Fault[]> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const settings = Settings.safeParse(given);
  const teams = readTeamsConfiguration(environment);
  const model = readModelConfiguration(environment);
  const portal = readPortalSettings(environment);
  const faults = [
    ...(settings.success
      ? []
      : settings.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }))),
    ...(teams.ok ? [] : teams.failure),
    ...(model.ok ? [] : model.failure),
    ...(portal.ok ? [] : portal.failure),
  ];
  if (!settings.success || !teams.ok || !model.ok || !portal.ok) return fail(faults);
  const { PORT, HOST, DESK_DATA, DESK_OPERATOR_KEY, DESK_PUBLIC_URL, LOG_LEVEL } = settings.data;
  const host = HOST ?? (teams.value.kind === 'local' ? '127.0.0.1' : '0.0.0.0');
  return ok({
    port: PORT,
    host,
    data: DESK_DATA,
    logLevel: LOG_LEVEL,
    ...(DESK_OPERATOR_KEY === undefined ? {} : { operatorKey: DESK_OPERATOR_KEY }),
    ...(DESK_PUBLIC_URL === undefined ? {} : { publicUrl: DESK_PUBLIC_URL }),
    teams: teams.value,
    ...(model.value === undefined ? {} : { model: model.value }),
    ...(portal.value === undefined ? {} : { portal: portal.value }),
  });
}

/** Faults as lines for a person at a terminal. */
export const describe = (faults: readonly Fault[]): string =>
  faults.map(({ path, problem }) => `  ${path} ${problem}`).join('\n');
