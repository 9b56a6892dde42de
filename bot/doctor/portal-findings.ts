/** Whether the portal takes the credentials of each customer that cases are filed for. */
import type { Configuration } from '../configuration.ts';
import type { SupportApi } from '../portal/support-api.ts';
import type { Finding } from './finding.ts';

/** A finding for each customer of the portal's file; none without one. Nothing is opened there. */
export async function portalFindings(
  { portal }: Configuration,
  openApi: () => Promise<Pick<SupportApi, 'check'>> = loadApi,
): Promise<readonly Finding[]> {
  if (portal === undefined) return [];
  const api = await openApi();
  return Promise.all(
    [...portal.customers.values()].map(async (customer): Promise<Finding> => {
      const what = `portal of ${customer.tenantId}`;
      const checked = await api.check(customer);
      if (checked.ok) return { what, state: 'good', detail: 'the credentials are taken' };
      const { kind, detail } = checked.failure;
      return { what, state: 'broken', detail, mend: mends[kind] };
    }),
  );
}

const unreached = 'Check that this machine reaches login.microsoftonline.com and management.azure.com, and try again.';
const mends = {
  auth: 'Check clientId, directory and the secret; client secrets run out.',
  permanent: 'Check the subscription, and give the app the role Support Request Contributor on it.',
  throttled: 'The portal is busy; try again later.',
  transient: unreached,
  'maybe-delivered': unreached,
} as const;

const loadApi = async (): Promise<SupportApi> => (await import('../portal/support-api.ts')).createSupportApi();
