import type { Queue } from '../../knowledge/schema/chart.ts';
import type { Incident } from '../incident/incident.ts';
import { goesToSecurityTeam } from './cyber-incident.ts';

/** The queue that an incident stands in: that of its promise, unless it is an attack that the security team works on. */
export const queueOfIncident = ({
  opened,
  plan,
  earlyStart,
}: Pick<Incident, 'opened' | 'plan' | 'earlyStart'>): Queue =>
  goesToSecurityTeam(opened.attack, earlyStart) ? 'cybersecurity' : plan.queue;
