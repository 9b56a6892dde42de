/** What a command on the account takes and gives, as one reads it before a yes and keeps it after: in order, worked out. */
import type { z } from 'zod';
import type {
  Amount,
  BookFacts,
  CancelFacts,
  ExchangeFacts,
  HoursFacts,
  MoveFacts,
  RedeemFacts,
} from '../src/command/account-contract.ts';
import type { Decision } from '../src/command/answer.ts';
import type { ContactFacts } from '../src/command/contact-contract.ts';
import { contracts } from '../src/command/contract.ts';
import { cleanLine, cut } from './clean.ts';
import { serviceAt } from './places.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './sheet.ts';
import type { Voice } from './voice.ts';

type Facts = Decision['facts'];

const MOST_NAME = 80;

/** The rows of a quote or receipt; of a command without words of its own, each fact by its name. */
export function quoteRows(command: Decision['command'], facts: Facts, voice: Voice): Row[] {
  return (ownRows(command, facts, voice) ?? rowsOf(facts, voice)).filter(({ value }) => value !== '');
}

function ownRows(command: Decision['command'], facts: Facts, voice: Voice): Row[] | undefined {
  switch (command) {
    case 'credits.exchange':
      return read(contracts[command].facts, facts, (given) => exchangeRows(given, voice));
    case 'credits.redeem':
      return read(contracts[command].facts, facts, (given) => redeemRows(given, voice));
    case 'service.book':
      return read(contracts[command].facts, facts, (given) => bookRows(given, voice));
    case 'service.cancel':
      return read(contracts[command].facts, facts, (given) => cancelRows(given, voice));
    case 'service.move':
      return read(contracts[command].facts, facts, (given) => moveRows(given, voice));
    case 'contact.add':
    case 'contact.remove':
      return read(contracts[command].facts, facts, (given) => contactRows(given, voice));
    case 'hours.record':
      return read(contracts[command].facts, facts, (given) => hoursRows(given, voice));
    default:
      return undefined;
  }
}

/** Undefined where the facts are not whole, as before anything could be worked out. */
function read<Schema extends z.ZodType>(
  schema: Schema,
  facts: Facts,
  rows: (given: z.output<Schema>) => Row[],
): Row[] | undefined {
  const given = schema.safeParse(facts);
  return given.success ? rows(given.data) : undefined;
}

const row = (name: string, value: string, voice: Voice): Row => ({ label: voice.code('quote', name), value });

/** A quantity of a place: `25 credits · Denmark`. */
const at = (amount: number, unit: string, location: string, voice: Voice): string =>
  voice.say('balance.at', { service: voice.quantity(amount, unit), location: voice.location(location) });

function exchangeRows(facts: z.output<typeof ExchangeFacts>, voice: Voice): Row[] {
  const { from, to, debited, credited, remaining } = facts;
  return [
    row('taken', at(debited, 'credits', from, voice), voice),
    row('worked-out', exchangeSum(facts, voice), voice),
    row('rounding', roundingOf(facts, voice), voice),
    row('given', credited === undefined ? '' : at(credited, 'credits', to, voice), voice),
    row(
      'left',
      remaining === undefined
        ? ''
        : voice.list([at(remaining.from, 'credits', from, voice), at(remaining.to, 'credits', to, voice)]),
      voice,
    ),
  ];
}

/** `25 × €100 ÷ €80`; nothing where the two rates are not of one currency. */
function exchangeSum({ debited, rates }: z.output<typeof ExchangeFacts>, voice: Voice): string {
  const { from, to } = rates;
  if (from === undefined || to === undefined || from.currency !== to.currency) return '';
  const [paid, bought] = [from, to].map(({ perCredit, currency }) => voice.quantity(perCredit, currency));
  return `${voice.number(debited)} × ${paid} ÷ ${bought}`;
}

/** How it was rounded; where the edition can be read in two ways, what each comes to. */
function roundingOf(
  { rounding, readings = [] }: Pick<z.output<typeof ExchangeFacts>, 'rounding' | 'readings'>,
  voice: Voice,
): string {
  const ways = readings.map(({ rounding: way, amount }) =>
    voice.say('reading', { title: voice.code('rounding', way), details: voice.number(amount) }),
  );
  if (ways.length > 1) return voice.clauses(ways);
  return rounding === undefined ? '' : voice.code('rounding', rounding);
}

function redeemRows(facts: z.output<typeof RedeemFacts>, voice: Voice): Row[] {
  const { service, quantity, location, value, debited, remaining } = facts;
  return [
    row(
      'given',
      quantity === 1 ? voice.service(service) : `${voice.number(quantity)} × ${voice.service(service)}`,
      voice,
    ),
    row('worked-out', value === undefined || value === debited ? '' : voice.quantity(value, 'credits'), voice),
    row('rounding', roundingOf(facts, voice), voice),
    row('taken', debited === undefined ? '' : at(debited, 'credits', location, voice), voice),
    row('left', at(remaining, 'credits', location, voice), voice),
  ];
}

const amountOf = (amount: z.output<typeof Amount> | undefined, voice: Voice): string =>
  amount === undefined ? '' : at(amount.amount, amount.unit, amount.location, voice);

/** With the name of what pays, where hours of one service pay for another. */
function paidWith(service: string | undefined, amount: z.output<typeof Amount> | undefined, voice: Voice): string {
  const words = amountOf(amount, voice);
  if (amount === undefined || amount.unit !== 'hours' || amount.service === service) return words;
  return voice.say('balance.at', { service: voice.service(amount.service), location: words });
}

function bookRows({ service, location, date, requestBy, booking }: z.output<typeof BookFacts>, voice: Voice): Row[] {
  return [
    row('number', booking?.id ?? '', voice),
    row('what', serviceAt({ service, location }, voice), voice),
    row('delivery', voice.date(date), voice),
    row('taken', paidWith(service, booking?.holds, voice), voice),
    // Once it is booked, it was asked for in time.
    { label: voice.code('fact', 'requestBy'), value: booking?.id === undefined ? voice.date(requestBy) : '' },
  ];
}

function cancelRows(facts: z.output<typeof CancelFacts>, voice: Voice): Row[] {
  const { service, location, deliveryDate, requested, daysAhead, feePercent, fee, refund, booking } = facts;
  return [
    row('number', booking?.id ?? '', voice),
    row('what', service === undefined ? voice.location(location) : serviceAt({ service, location }, voice), voice),
    row('delivery', voice.date(deliveryDate), voice),
    row('asked', voice.say('quote.days', { date: voice.date(requested), count: daysAhead }), voice),
    row('fee', [voice.percent(feePercent), amountOf(fee, voice)].filter((part) => part !== '').join(' = '), voice),
    row('back', paidWith(booking?.service, refund, voice), voice),
  ];
}

function moveRows(facts: z.output<typeof MoveFacts>, voice: Voice): Row[] {
  const { service, location, deliveryDate, date, requested, daysAhead, fee, booking } = facts;
  return [
    row('number', booking?.id ?? '', voice),
    row('what', service === undefined ? voice.location(location) : serviceAt({ service, location }, voice), voice),
    row('booked', voice.date(deliveryDate), voice),
    row('new-day', voice.date(date), voice),
    row('asked', voice.say('quote.days', { date: voice.date(requested), count: daysAhead }), voice),
    row('fee', [feeReadings(facts, voice), amountOf(fee, voice)].filter((part) => part !== '').join(' = '), voice),
    row('held', paidWith(booking?.service, booking?.holds, voice), voice),
  ];
}

/** The rate of the fee, with that of the other reading where the edition leaves two. */
function feeReadings({ feePercent, feePercents = [] }: z.output<typeof MoveFacts>, voice: Voice): string {
  const other = feePercents.find((percent) => percent !== feePercent);
  const first = voice.percent(feePercent);
  return other === undefined ? first : voice.say('quote.fee-readings', { first, second: voice.percent(other) });
}

function hoursRows(facts: z.output<typeof HoursFacts>, voice: Voice): Row[] {
  const { service, location, unit, hours, charged, arrears = 0, remaining, incident, for: purpose } = facts;
  return [
    row('worked', voice.quantity(hours, 'hours'), voice),
    row('what', purpose === undefined ? '' : voice.service(purpose), voice),
    { label: voice.code('fact', 'incident'), value: incident ?? '' },
    row(
      'taken',
      voice.say('balance.at', { service: voice.service(service), location: at(charged, unit, location, voice) }),
      voice,
    ),
    row('arrears', arrears > 0 ? voice.quantity(arrears, unit) : '', voice),
    row('left', at(remaining, unit, location, voice), voice),
  ];
}

function contactRows({ contact }: ContactFacts, voice: Voice): Row[] {
  const { name, userId, roles, locations, email = '' } = contact;
  const own = (label: string, value: string): Row => ({ label: voice.code('contact', label), value });
  return [
    own('name', cut(cleanLine(name), MOST_NAME)),
    own('user', cut(cleanLine(userId), MOST_NAME)),
    own('email', cut(cleanLine(email), MOST_NAME)),
    own('roles', voice.list(roles.map((role) => voice.code('person', role)))),
    own('places', voice.list(locations.map((location) => voice.location(location)))),
  ];
}
