/** Who reads an answer, and what everything is called. */
import type { Products, ServiceNames } from '../knowledge/schema/catalogue.ts';
import type { DeskLanguage } from '../knowledge/vocabulary.ts';

export interface Audience {
  readonly language: DeskLanguage;
  /** IANA zone of the reader's clock; one that Intl does not know reads as UTC. */
  readonly timeZone: string;
  /** The instant that counts as now, ISO 8601 with offset. */
  readonly now: string;
  readonly user?: string;
  /** Names the question that the card asks, where it asks one: its buttons answer that one and no other. */
  readonly asking?: string;
  /** What the client calls the reader; a person's own words. */
  readonly name?: string;
  /** The reader's id in the channel (`29:…`), for whom a card refreshes by itself. */
  readonly reader?: string;
  /** The locations of the reader's work orders: they become choices in forms and get their country's name. */
  readonly locations?: readonly { readonly id: string; readonly country: string; readonly timeZone: string }[];
}

export interface Names {
  readonly services: ServiceNames;
  readonly products: Products;
}
