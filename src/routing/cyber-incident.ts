/** An attack on the customer's systems: the security team works on it under a contract of its own (F-MSCIR-01 to 04). */
import { z } from 'zod';
import { localDate } from '../calendar/local-date.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { holdingsOf, servesLocation } from '../entitlement/holdings.ts';

const SERVICE = 'cybersecurity-incident-response';

/** Whether the agreement has the service for an attack: held, to be bought and begun before with consent, or not at all. */
export const AttackCover = z.enum(['covered', 'needs-consent', 'not-offered']);
export type AttackCover = z.infer<typeof AttackCover>;

/** How an attack that is reported now is covered at the standing. */
export function attackCover({ workOrder, edition, location }: Standing, { now }: Pick<Scene, 'now'>): AttackCover {
  const holdings = holdingsOf(workOrder, SERVICE, localDate(now, location.timeZone));
  if (servesLocation(holdings, location, workOrder, false)) return 'covered';
  return edition.services[SERVICE] === undefined ? 'not-offered' : 'needs-consent';
}

/**
 * Whether the security team has it: where the service is held, or the customer lets the work begin before it is bought
 * and bears its cost and risk (F-MSCIR-04). Without consent it goes where any incident goes.
 */
export const goesToSecurityTeam = (cover: AttackCover | undefined, hasConsent: boolean): boolean =>
  cover === 'covered' || (cover === 'needs-consent' && hasConsent);

/** What the customer is told to do about the service for attacks. */
export function attackSteps(cover: AttackCover | undefined, hasConsent: boolean): string[] {
  if (cover === undefined || cover === 'covered') return [];
  if (cover === 'not-offered') return ['attack-not-offered'];
  return [hasConsent ? 'sign-attack-contract' : 'consent-to-early-start'];
}
