/**
 * For which customers the desk files cases in the Azure portal, and as what. The file that DESK_PORTAL_FILE names holds
 * no secret, only the names of the environment variables that do; each customer has credentials of its own, so that no
 * case of one can end in a subscription of another.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Id } from '../../knowledge/vocabulary.ts';
import { DirectoryGuid } from '../../src/directory-id.ts';
import { type Fault, fail, ok, type Result } from '../../src/result.ts';
import { faultsOf } from '../../src/schema-faults.ts';

const Guid = z.guid('must be a GUID, as the portal shows it');

/** What the API knows a product's cases as: the ids of a service and of one of its kinds of problem. */
const Problem = z.strictObject({ service: Guid, problem: Guid });
export type Problem = z.infer<typeof Problem>;

const Customer = z.strictObject({
  tenantId: DirectoryGuid('must be a GUID, as the portal shows it'),
  /** The directory of the app registration; the customer's own without it. */
  directory: Guid.optional(),
  clientId: Guid,
  /** The name of the environment variable that holds the client secret. */
  secretFrom: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, such as PORTAL_SECRET'),
  /** Where an incident is filed that names no subscription. */
  subscription: Guid.optional(),
});

export const PortalFile = z.strictObject({
  format: z.literal('portal/1'),
  customers: z.array(Customer).min(1),
  /** By product, or by family for all of its products. */
  problems: z.record(Id, Problem),
});

export interface PortalCustomer {
  readonly tenantId: string;
  readonly directory: string;
  readonly clientId: string;
  readonly secret: string;
  readonly subscription: string | undefined;
}

export interface PortalSettings {
  readonly customers: ReadonlyMap<string, PortalCustomer>;
  readonly problems: Readonly<Record<string, Problem>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, undefined where DESK_PORTAL_FILE is not set, or every fault of the file and its variables. */
export function readPortalSettings(environment: Environment): Result<PortalSettings | undefined, readonly Fault[]> {
  const name = environment.DESK_PORTAL_FILE;
  if (name === undefined || name.trim() === '') return ok(undefined);
  const read = readJson(name);
  if (!read.ok) return fail([{ path: 'DESK_PORTAL_FILE', problem: `names ${name}, which ${read.failure}` }]);
  const file = PortalFile.safeParse(read.value);
  if (!file.success) {
    const faults = faultsOf(file.error).map(({ path, problem }) => `${path || 'the whole'}: ${problem}`);
    return fail(faults.map((problem) => ({ path: 'DESK_PORTAL_FILE', problem: `${name} ${problem}` })));
  }
  const { customers, problems } = file.data;
  const faults = customers.flatMap(({ secretFrom }, at) =>
    environment[secretFrom] ? [] : [{ path: secretFrom, problem: `is not set; ${name} customers[${at}] needs it` }],
  );
  if (faults.length > 0) return fail(faults);
  const known = customers.map(({ tenantId, directory = tenantId, clientId, secretFrom, subscription }) => {
    const secret = environment[secretFrom] ?? '';
    return [tenantId, { tenantId, directory, clientId, secret, subscription }] as const;
  });
  return ok({ customers: new Map(known), problems });
}

function readJson(name: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(name, 'utf8')));
  } catch (error) {
    return fail(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
