import { directoryId } from '../../src/directory-id.ts';
import type { Caller } from '../desk/desk.ts';
import { type Activity, clientInfoOf } from './activity.ts';
import type { TeamsConfiguration } from './configuration.ts';
import { isShared } from './place.ts';

/**
 * Who wrote the activity. The token proves that Teams sent it; Teams says the tenant in two places, and where they do
 * not agree it counts as not said. What cannot be established is empty, and the wall of the pipeline refuses it.
 */
export function callerOf(activity: Activity, configuration: TeamsConfiguration): Caller {
  const { from } = activity;
  const local = configuration.kind === 'local' ? configuration : undefined;
  const locale = activity.locale ?? clientInfoOf(activity)?.locale;
  const timeZone = activity.localTimezone ?? clientInfoOf(activity)?.timezone;
  return {
    tenant: local?.tenant ?? tenantOf(activity),
    user: (from && local?.user) ?? from?.aadObjectId ?? directoryId(from?.id ?? ''),
    conversation: activity.conversation.id,
    ...(isShared(activity) ? { shared: true } : {}),
    ...(from && (isShared(activity) || isTeamsId(from.id)) ? { channelUser: from.id } : {}),
    ...(from?.name ? { name: from.name } : {}),
    ...(locale ? { locale } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
}

/** Clients other than Teams have ids of another form, and refresh no card. */
const isTeamsId = (id: string): boolean => id.startsWith('29:');

function tenantOf({ channelData, conversation }: Activity): string {
  const said = [channelData?.tenant?.id, conversation.tenantId].filter(
    (tenant) => tenant !== undefined && tenant !== '',
  );
  return new Set(said).size === 1 ? (said[0] ?? '') : '';
}
