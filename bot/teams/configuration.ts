/** How the desk is registered with Teams, read from the environment; every fault names its variable and the mend. */
import { z } from 'zod';
import { DirectoryId, directoryId } from '../../src/directory-id.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';

export interface Registered {
  readonly kind: 'registered';
  readonly appId: string;
  readonly appType: AppType;
  readonly appPassword?: string;
  readonly appTenantId?: string;
  /** The tenants that may ask; without it every tenant with a work order. */
  readonly tenants?: ReadonlySet<string>;
}

/** Without an app id no token can be checked: only clients on this machine are answered. */
export interface Local {
  readonly kind: 'local';
  /** Stand for the ids that a local client makes up. */
  readonly tenant?: string;
  readonly user?: string;
  readonly tenants?: ReadonlySet<string>;
}

export type TeamsConfiguration = Registered | Local;

const AppType = z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMsi']);
export type AppType = z.infer<typeof AppType>;

type Environment = Readonly<Record<string, string | undefined>>;
const uuid = (meaning: string): z.ZodString =>
  z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, `is not ${meaning} (a GUID, as the portal shows it)`);

const Settings = z.object({
  MICROSOFT_APP_ID: uuid('an app id').optional(),
  MICROSOFT_APP_TYPE: z.enum(AppType.options, `is none of ${AppType.options.join(', ')}`).optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: uuid('a tenant id').optional(),
  DESK_TENANTS: z.string().optional(),
  DESK_LOCAL_TENANT: DirectoryId.optional(),
  DESK_LOCAL_USER: DirectoryId.optional(),
  NODE_ENV: z.string().optional(),
});
type Settings = z.infer<typeof Settings>;

/** Reads the Teams settings; an empty variable counts as not set. Nothing is guessed around a fault. */
export function readTeamsConfiguration(environment: Environment): Result<TeamsConfiguration, readonly Fault[]> {
  const settings = Settings.safeParse(withoutEmpty(environment));
  if (!settings.success) return fail(settings.error.issues.map(faultOf));
  const faults = faultsOf(settings.data);
  return faults.length > 0 ? fail(faults) : ok(configurationOf(settings.data));
}

function withoutEmpty(environment: Environment): Environment {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  return Object.fromEntries(set.map(([name, value]) => [name, value?.trim()]));
}

const faultOf = (issue: z.core.$ZodIssue): Fault => ({ path: issue.path.join('.'), problem: issue.message });

function faultsOf(settings: Settings): Fault[] {
  return settings.MICROSOFT_APP_ID === undefined ? localFaults(settings) : registeredFaults(settings);
}

function localFaults(settings: Settings): Fault[] {
  if (settings.NODE_ENV !== 'production') return [];
  return [
    {
      path: 'MICROSOFT_APP_ID',
      problem:
        'is not set. Without it no token can be checked and the desk would answer anyone on this machine, which NODE_ENV=production forbids. Set the app id of the bot registration, or unset NODE_ENV to try the desk locally.',
    },
  ];
}

function registeredFaults(settings: Settings): Fault[] {
  const type = appTypeOf(settings);
  const has = { password: settings.MICROSOFT_APP_PASSWORD, tenant: settings.MICROSOFT_APP_TENANT_ID };
  const faults: (Fault | false)[] = [
    type !== 'UserAssignedMsi' &&
      !has.password && {
        path: 'MICROSOFT_APP_PASSWORD',
        problem: `is not set; a ${type} bot needs its client secret.`,
      },
    type === 'UserAssignedMsi' &&
      !!has.password && { path: 'MICROSOFT_APP_PASSWORD', problem: 'is set, but a managed identity has no secret.' },
    type !== 'MultiTenant' &&
      !has.tenant && { path: 'MICROSOFT_APP_TENANT_ID', problem: `is not set; a ${type} bot needs its home tenant.` },
    ...(['DESK_LOCAL_TENANT', 'DESK_LOCAL_USER'] as const).map(
      (name) =>
        settings[name] !== undefined && {
          path: name,
          problem: 'stands for local clients and must not be set together with MICROSOFT_APP_ID.',
        },
    ),
  ];
  return faults.filter((fault) => fault !== false);
}

/** A bot with a home tenant is of that tenant unless it says otherwise; new ones cannot be anything else. */
const appTypeOf = (settings: Settings): AppType =>
  settings.MICROSOFT_APP_TYPE ?? (settings.MICROSOFT_APP_TENANT_ID ? 'SingleTenant' : 'MultiTenant');

function configurationOf(settings: Settings): TeamsConfiguration {
  const tenants = settings.DESK_TENANTS ? { tenants: new Set(listOf(settings.DESK_TENANTS).map(directoryId)) } : {};
  if (settings.MICROSOFT_APP_ID === undefined) {
    return {
      kind: 'local',
      ...tenants,
      ...(settings.DESK_LOCAL_TENANT ? { tenant: settings.DESK_LOCAL_TENANT } : {}),
      ...(settings.DESK_LOCAL_USER ? { user: settings.DESK_LOCAL_USER } : {}),
    };
  }
  return {
    kind: 'registered',
    appId: settings.MICROSOFT_APP_ID,
    appType: appTypeOf(settings),
    ...tenants,
    ...(settings.MICROSOFT_APP_PASSWORD ? { appPassword: settings.MICROSOFT_APP_PASSWORD } : {}),
    ...(settings.MICROSOFT_APP_TENANT_ID ? { appTenantId: settings.MICROSOFT_APP_TENANT_ID } : {}),
  };
}

const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '');
