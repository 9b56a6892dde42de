/** Credits from one location to another: value moves at the two locations' rates (F-MC-21 to F-MC-24). */
import type { Edition } from '../../knowledge/schema/edition.ts';
import { localDate } from '../calendar/local-date.ts';
import type { ExchangeFacts } from '../command/account-contract.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { add, compare, type Decimal, decimalOf, isZero, multiply, subtract, toNumber } from './decimal.ts';
import { type AccountDecision, ask, headOf, marked, no, type Reason, termReason, verdictOf } from './decision.ts';
import type { Draft, Pool } from './entries.ts';
import { type Ledger, move } from './ledger.ts';
import { type PoolBalance, poolBalance } from './pools.ts';
import { type Rounded, roundByEdition } from './rounding.ts';

type CreditTerms = NonNullable<Edition['credits']>;

interface Places {
  readonly from: Standing;
  readonly to: Standing;
}

/** The pool of the proactive credits of a location. */
export const creditsAt = (location: string): Pool => ({ service: 'proactive-credits', location, unit: 'credits' });

/**
 * Whether the credits may move and what arrives. Allowed by the desk only between two locations of one work order; `ask`
 * where the edition's text is lost or a rate is missing. Nothing is posted unless it is a plain yes.
 */
export function exchangeCredits(
  args: ArgsOf<'credits.exchange'>,
  places: Places,
  ledger: Ledger,
  scene: Scene,
): AccountDecision<ExchangeFacts> {
  const { from, to } = places;
  const today = localDate(scene.now, from.location.timeZone);
  const debited = decimalOf(args.credits);
  const sender = poolBalance(from.workOrder, ledger, today, creditsAt(from.location.id));
  const rounded = creditedFor(debited, places);
  const verdict = verdictOf([
    ...scopeReasons(places),
    termReason(from.workOrder, today),
    ...rateReasons(places),
    compare(debited, sender.spendable) > 0 ? no('insufficient') : undefined,
    rounded !== undefined && isZero(rounded.amount) ? no('nothing-credited') : undefined,
  ]);
  return {
    facts: {
      ...headOf(from),
      ...verdict,
      conditions: from.edition.credits?.exchange.excludedCountriesUnlisted ? ['excluded-countries-unlisted'] : [],
      ...marked(verdict.because.includes('text-lost') || rounded?.uncertain === true),
      from: from.location.id,
      to: to.location.id,
      debited: args.credits,
      ...(rounded === undefined ? {} : arrival(rounded)),
      rates: ratesOf(places),
      available: toNumber(sender.spendable),
      ...(rounded === undefined || verdict.allowed === 'no'
        ? {}
        : { remaining: after(sender, debited, rounded.amount, places, ledger, today) }),
    },
    citations: dedupeCitations(from.edition.id, sectionsOf(from, rounded)),
    ...(rounded === undefined || verdict.allowed !== 'yes'
      ? {}
      : { draft: draftOf(places, debited, rounded.amount), quoted: toNumber(rounded.amount) }),
  };
}

/** What arrives; undefined where nothing could, or where no rate says how much. */
function creditedFor(debited: Decimal, { from, to }: Places): Rounded | undefined {
  const terms = from.edition.credits;
  const [sending, receiving] = [from.location.creditRate, to.location.creditRate];
  if (terms === null || sending === undefined || receiving === undefined || sending.currency !== receiving.currency)
    return undefined;
  if (from.workOrder.id !== to.workOrder.id || from.location.id === to.location.id) return undefined;
  const value = multiply(debited, decimalOf(sending.perCredit));
  const { governingLanguage } = from.workOrder;
  return roundByEdition(terms.exchange.rounding, governingLanguage, value, decimalOf(receiving.perCredit), 'lower');
}

function arrival({ amount, rounding, uncertain, readings }: Rounded): Partial<ExchangeFacts> {
  return {
    credited: toNumber(amount),
    ...(rounding === undefined ? {} : { rounding }),
    ...(uncertain || rounding === undefined ? { readings: [...readings] } : {}),
  };
}

function scopeReasons({ from, to }: Places): readonly (Reason | undefined)[] {
  const terms = from.edition.credits;
  if (terms === null) return [no('not-in-edition')];
  if (from.workOrder.id === to.workOrder.id && from.location.id === to.location.id) return [no('same-location')];
  return [
    from.workOrder.id === to.workOrder.id ? undefined : otherOrder(terms),
    ...countryReasons(terms, { from, to }),
    terms.exchange.rounding === null ? ask('text-lost') : undefined,
  ];
}

/** Only where the printed scope says so is it forbidden; where the text is lost the vendor is to be asked. */
const otherOrder = ({ exchange }: CreditTerms): Reason =>
  exchange.scope === null ? ask('other-work-order') : no('other-work-order');

/** Excluded countries where the edition lists them (F-MC-24); countries that need a work order of their own (F-MC-27). */
function countryReasons({ exchange }: CreditTerms, { from, to }: Places): readonly (Reason | undefined)[] {
  const countries = [from.location.country, to.location.country];
  const excluded = exchange.excludedCountries;
  const listed = excluded === null ? [] : 'value' in excluded ? excluded.value : allReadings(excluded.byLanguage);
  const own = from.edition.multiCountry.ownWorkOrderCountries?.value ?? [];
  const sharesOrder = from.workOrder.id === to.workOrder.id;
  return [
    countries.some((country) => listed.includes(country)) ? no('excluded-country') : undefined,
    sharesOrder && countries.some((country) => own.includes(country)) ? ask('own-work-order-country') : undefined,
  ];
}

const allReadings = (byLanguage: Readonly<Record<string, { readonly value: readonly string[] }>>): readonly string[] =>
  Object.values(byLanguage).flatMap(({ value }) => value);

function rateReasons({ from, to }: Places): readonly Reason[] {
  const [sending, receiving] = [from.location.creditRate, to.location.creditRate];
  if (sending === undefined || receiving === undefined) return [ask('no-rate')];
  return sending.currency === receiving.currency ? [] : [ask('different-currency')];
}

function ratesOf({ from, to }: Places): ExchangeFacts['rates'] {
  const rate = ({ location: { creditRate } }: Standing): { currency: string; perCredit: number } | undefined =>
    creditRate && { currency: creditRate.currency, perCredit: creditRate.perCredit };
  const [sending, receiving] = [rate(from), rate(to)];
  return { ...(sending ? { from: sending } : {}), ...(receiving ? { to: receiving } : {}) };
}

function after(
  sender: PoolBalance,
  debited: Decimal,
  credited: Decimal,
  { from, to }: Places,
  ledger: Ledger,
  today: string,
): NonNullable<ExchangeFacts['remaining']> {
  const receiver = poolBalance(from.workOrder, ledger, today, creditsAt(to.location.id));
  return {
    from: toNumber(subtract(sender.remaining, debited)),
    to: toNumber(add(receiver.remaining, credited)),
  };
}

function draftOf({ from, to }: Places, debited: Decimal, credited: Decimal): Draft {
  return {
    why: { reason: 'exchange', from: from.location.id, to: to.location.id },
    lines: [
      ...move(creditsAt(from.location.id), debited, 'available', 'sent'),
      ...move(creditsAt(to.location.id), credited, 'received', 'available'),
    ],
  };
}

function sectionsOf({ edition }: Standing, rounded: Rounded | undefined): readonly (string | undefined)[] {
  if (edition.credits === null) return [edition.topics.services];
  return [rounded?.reference?.section, edition.topics['multi-country']];
}
