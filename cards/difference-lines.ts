/** What changes between two values, and nothing of what stays: the lines of one difference. */
import { z } from 'zod';
import { differenceValue } from './difference-value.ts';
import type { Voice } from './voice.ts';

const Ids = z.array(z.string());
const Bands = z.array(z.object({ minDays: z.number(), feePercent: z.number(), upTo: z.boolean() }));
const Table = z.record(z.string(), z.json());

/** From one edition's value to the other's: lists by what comes and goes, tables by the rows that differ. */
export function differenceLines(from: unknown, to: unknown, voice: Voice): string[] {
  const bands = z.tuple([Bands, Bands]).safeParse([from, to]);
  if (bands.success) return [arrow(bandWords(bands.data[0], voice), bandWords(bands.data[1], voice), voice)];
  const lists = z.tuple([Ids, Ids]).safeParse([from, to]);
  if (lists.success) return listLines(lists.data[0], lists.data[1], voice);
  const tables = z.tuple([Table, Table]).safeParse([from, to]);
  if (tables.success) return tableLines(tables.data[0], tables.data[1], voice);
  return [arrow(differenceValue(from, voice), differenceValue(to, voice), voice)];
}

const arrow = (from: string, to: string, voice: Voice): string => voice.say('compare.line', { from, to });

function listLines(from: readonly string[], to: readonly string[], voice: Voice): string[] {
  const added = to.filter((item) => !from.includes(item));
  const removed = from.filter((item) => !to.includes(item));
  return [
    ...(removed.length > 0 ? [`− ${differenceValue(removed, voice)}`] : []),
    ...(added.length > 0 ? [`+ ${differenceValue(added, voice)}`] : []),
  ];
}

/** A row for each name whose value differs; names are severities or the languages of sources. */
function tableLines(from: z.infer<typeof Table>, to: z.infer<typeof Table>, voice: Voice): string[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const differing = names.filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]));
  return differing.map((name) => {
    const change = arrow(differenceValue(from[name], voice), differenceValue(to[name], voice), voice);
    return voice.say('reading', { title: titleOf(name, voice), details: change });
  });
}

const titleOf = (name: string, voice: Voice): string =>
  /^[1ABC]$/.test(name) ? voice.say('severity.label', { severity: name }) : differenceValue(name, voice);

const bandWords = (bands: z.infer<typeof Bands>, voice: Voice): string =>
  bands
    .map(({ minDays, feePercent, upTo }) =>
      voice.say(upTo ? 'compare.band-up-to' : 'compare.band', {
        days: voice.number(minDays),
        fee: voice.percent(feePercent),
      }),
    )
    .join(' · ');
