import type { Activity } from './activity.ts';

/** Whether the activity says that the desk itself joined or left the conversation. Other people's coming is not greeted. */
export function membershipOf(activity: Activity): 'joined' | 'left' | undefined {
  if (activity.type === 'installationUpdate') return ofInstallation(activity.action);
  const desk = activity.recipient?.id;
  if (activity.membersAdded?.some(({ id }) => id === desk)) return 'joined';
  return activity.membersRemoved?.some(({ id }) => id === desk) ? 'left' : undefined;
}

function ofInstallation(action: string | undefined): 'joined' | 'left' | undefined {
  if (action === 'add' || action === 'add-upgrade') return 'joined';
  return action === 'remove' || action === 'remove-upgrade' ? 'left' : undefined;
}
