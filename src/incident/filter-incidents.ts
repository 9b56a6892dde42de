/** Which incidents a list is asked for. */
import type { ArgsOf } from '../command/contract.ts';
import type { Incident } from './incident.ts';

type Wanted = Pick<ArgsOf<'incident.list'>, 'location' | 'severity' | 'product' | 'mine' | 'search'>;

/** Whether the incident is one of those that are asked for; what is not asked does not count. */
export function isWanted(incident: Incident, wanted: Wanted, user: string): boolean {
  const { opened, severity } = incident;
  return (
    (wanted.location ?? opened.location) === opened.location &&
    (wanted.severity ?? severity) === severity &&
    (wanted.product ?? opened.product) === opened.product &&
    (wanted.mine !== true || isOf(incident, user)) &&
    holds(incident, wanted.search)
  );
}

/** Opened by the person, or taken on by them. */
const isOf = ({ opened, events }: Incident, user: string): boolean =>
  opened.by === user || events.some(({ type, by }) => type === 'acknowledged' && by === user);

/** Every word that is looked for, in any order; upper and lower case are one. */
function holds({ id, opened, caseNumber = '' }: Incident, search = ''): boolean {
  const text = `${id} ${caseNumber} ${opened.summary}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
