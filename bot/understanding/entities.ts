/** What a text names: everything found in it, whatever command it turns out to be. */
import type { Chart, Severity } from '../../knowledge/vocabulary.ts';
import type { Amount } from './amounts.ts';
import type { FoundDates } from './found-dates.ts';

/** A place as the text names it, resolved to a location of the customer's where it is one. */
export interface NamedPlace {
  /** A location's id; the country's ISO code where the customer has no location there. */
  readonly location: string;
  readonly country: string;
  readonly known: boolean;
  /** Where something comes from or goes to, when the words say so. */
  readonly direction?: 'from' | 'to';
}

export interface Entities {
  readonly severities: readonly Severity[];
  /** The severity that a change goes to: "from B to A" is A. */
  readonly severity?: Severity;
  /** A capital letter that stands alone and is a level where one must be meant: "put it on B"; of several the wanted one. */
  readonly letter?: Severity;
  /** All such letters, in the order of the text. */
  readonly letters: readonly Severity[];
  readonly impact?: 'system-down' | 'significant-degradation' | 'moderate' | 'minor';
  /** Product ids, the most specific first. */
  readonly products: readonly string[];
  readonly services: readonly string[];
  /** The first service is wanted in place of the second. */
  readonly replaces: boolean;
  readonly places: readonly NamedPlace[];
  /** BCP 47; only where support is asked for in it. */
  readonly supportLanguage?: string;
  /** Every language that is named, BCP 47. */
  readonly languages: readonly string[];
  readonly when: FoundDates;
  /** The only date stands right after a service: "the workshop of 12 May". */
  readonly dateOfService: boolean;
  /** The first date comes in place of the second: "1 June rather than 4 May". */
  readonly replacesDate: boolean;
  readonly amounts: readonly Amount[];
  /** `INC-123456`. */
  readonly incident?: string;
  /** `BK-123456`. */
  readonly booking?: string;
  /** `AP-123456`. */
  readonly approval?: string;
  /** True when "that incident" or the like stands for one. */
  readonly thatIncident: boolean;
  readonly editions: readonly string[];
  readonly chart?: Chart;
  readonly environment?: string;
  readonly subscription?: string;
  /** The free text of an incident, as typed. */
  readonly summary?: string;
  readonly emails: readonly string[];
  /** Names of people, as typed. */
  readonly people: readonly string[];
}
