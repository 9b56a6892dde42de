/** Where each balance is heading: a bar of what was used, what would be and what would lapse, and what it rests on. */
import type { z } from 'zod';
import type { BalanceForecast } from '../src/command/account-contract.ts';
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { fillBalances, MOST_BALANCES } from './balance.ts';
import { chartOf, type Entry, partOf, runsOf } from './balance-bar.ts';
import { button } from './button.ts';
import { codesOf } from './codes.ts';
import { serviceAt } from './places.ts';
import { ended, sentences } from './sentences.ts';
import { page, type Rendered } from './sheet.ts';
import type { Voice } from './voice.ts';

/** The card of a forecast; it says that it is an estimate before any figure. */
export function forecastCard(
  { forecasts, requestBy, asOf, because }: FactsOf<'balance.forecast'>,
  citations: readonly Citation[],
  voice: Voice,
): Rendered {
  const { shown, more } = page(forecasts, MOST_BALANCES);
  const reasons = codesOf(because).map((code) => voice.code('because', code));
  const nothing = forecasts.length === 0 && reasons.length === 0 ? [voice.say('balance.none')] : reasons;
  const method = forecasts.length === 0 ? [] : [voice.say('forecast.method')];
  const mayStillAsk = forecasts.some(({ lapses = 0 }) => lapses > 0) && asOf <= requestBy;
  const advice = mayStillAsk ? [voice.say('forecast.request-by', { date: voice.date(requestBy) })] : [];
  const basis = voice.basis(citations);
  const text = sentences(
    ...nothing.map(ended),
    ...shown.map((forecast) =>
      ended(voice.say('reading', { title: serviceAt(forecast, voice), details: outlookOf(forecast, voice) })),
    ),
    more > 0 ? ended(voice.say('more', { count: more })) : undefined,
    ...[...method, ...advice].map(ended),
    ended(basis),
  );
  const card = fillBalances({
    speak: text,
    header: {
      tone: 'accent',
      kicker: voice.say('forecast.kicker'),
      headline: voice.say('forecast.title'),
      sublines: [...nothing, ...method, ...advice],
    },
    entries: shown.map((forecast) => entryOf(forecast, voice)),
    more: more > 0 ? [voice.say('more', { count: more })] : [],
    actions: [button(voice.say('action.balance'), 'balance.show', {})],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

function outlookOf(forecast: BalanceForecast, voice: Voice): string {
  const { outlook, unit, remaining, lapses = 0, expires, runsOut = expires, days } = forecast;
  return voice.say(`forecast.${outlook}`, {
    remaining: voice.quantity(remaining, unit),
    lapses: voice.quantity(lapses, unit),
    date: voice.date(outlook === 'runs-out' ? runsOut : expires),
    days,
  });
}

function entryOf(forecast: BalanceForecast, voice: Voice): z.input<typeof Entry> {
  const { unit, purchased, used, reserved, remaining, drawn = 0, lapses = 0, days, daysLeft, outlook } = forecast;
  const known = drawn + lapses > 0;
  const parts = [
    partOf('used', used, 'Neutral', unit, voice),
    partOf('reserved', reserved, 'Warning', unit, voice),
    ...(known
      ? [partOf('drawn', drawn, 'Good', unit, voice), partOf('lapsing', lapses, 'Attention', unit, voice)]
      : [partOf('left', remaining, 'Good', unit, voice)]),
  ].filter(({ count }) => count > 0);
  const restsOn = voice.say('forecast.rests-on', {
    used: voice.quantity(used, unit),
    days,
    left: daysLeft,
    reserved: voice.quantity(reserved, unit),
    booked: reserved > 0 ? 'yes' : 'no',
  });
  return {
    title: serviceAt(forecast, voice),
    remaining: outlookOf(forecast, voice),
    chart: chartOf(parts, purchased, unit, voice),
    runs: runsOf(parts),
    expires: [
      outlook === 'ended' ? voice.say('balance.expires', { date: voice.date(forecast.expires) }) : restsOn,
      ...(forecast.parted === true ? [voice.say('forecast.parted')] : []),
    ].join(' · '),
  };
}
