/** The people and places that the playground plays, in the form of its configuration file. */

export interface PlaygroundPerson {
  /** The object id of the directory: who the desk takes the person for. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface PlaygroundPeople {
  readonly tenant: string;
  /** Who sits before the playground. */
  readonly caller: PlaygroundPerson;
  /** Who else is in the group chat and the team, at most five. */
  readonly others?: readonly PlaygroundPerson[];
  /** Set where several clients are beside one desk: their chats must not have the same ids. */
  readonly suffix?: string;
}

/** The channel in which incidents show. */
export const incidentsChannel = 'channel-incidents';

/** The playground takes exactly as many other people. */
const places = 5;

/** The configuration as JSON, which is YAML too. Ids are fixed, so that a chat goes on after a restart. */
export function playgroundFile({ tenant, caller, others = [], suffix = '' }: PlaygroundPeople): string {
  const file = {
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '28:entitlement-desk', name: 'Entitlement Desk' },
    currentUser: personOf(caller, 0),
    users: Array.from({ length: places }, (_, index) => personOf(others[index] ?? guest(index), index + 1)),
    personalChat: { id: `personal-chat${suffix}` },
    groupChat: { id: `group-chat${suffix}`, name: 'Operations' },
    team: {
      id: 'team',
      name: 'Support',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: incidentsChannel, name: 'Incidents' }],
    },
  };
  return JSON.stringify(file, null, 2);
}

const guest = (index: number): PlaygroundPerson => ({ id: `guest-${index + 1}`, name: `Guest ${index + 1}` });

function personOf({ id, name, email }: PlaygroundPerson, index: number): Record<string, string> {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: `29:person-${index}`,
    name,
    aadObjectId: id,
    givenName,
    surname: rest.join(' '),
    email: email ?? `person-${index}@example.com`,
    userPrincipleName: email ?? `person-${index}@example.com`,
  };
}
