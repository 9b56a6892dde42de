/** What the severities mean: each row of a chart with its time, its situation and what it asks of the customer. */
import { z } from 'zod';
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { button } from './button.ts';
import { ended, sentences } from './sentences.ts';
import { type Rendered, Sheet, Tone, toneOfSeverity } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/severity-chart.json' with { type: 'json' };
import type { Voice } from './voice.ts';

type Facts = FactsOf<'severity.explain'>;
type ChartRow = Facts['rows'][number];

const Shown = z.string().min(1);
const Level = z.strictObject({
  tone: Tone,
  title: Shown,
  time: Shown,
  /** The faster line for Azure products, where the row has one. */
  strong: z.array(Shown).max(1),
  situation: Shown,
  details: Shown,
  duties: z.array(z.strictObject({ title: Shown, items: z.array(Shown).min(1) })).max(1),
});
export const SeverityChart = Sheet.extend({ levels: z.array(Level).min(1) });
const fill = cardOf(template, SeverityChart);

/** The chart's card; a single row where one severity was asked for. */
export function severityChartCard(facts: Facts, citations: readonly Citation[], voice: Voice): Rendered {
  const chart = voice.code('chart', facts.chart);
  const basis = voice.basis(citations);
  const text = sentences(ended(chart), ...facts.rows.map((row) => rowText(row, voice)), ended(basis));
  const card = fill({
    speak: text,
    header: { kicker: voice.say('chart.kicker'), headline: chart },
    levels: facts.rows.map((row) => levelOf(row, voice)),
    actions: facts.chart === 'base' ? [] : [button(voice.code('chart', 'base'), 'severity.explain', { chart: 'base' })],
    basis: [basis ?? []].flat(),
  });
  return { text, card };
}

function rowText({ severity, firstResponseMinutes, azureFirstResponseMinutes }: ChartRow, voice: Voice): string {
  const common = {
    severity: voice.say('severity.label', { severity }),
    duration: voice.duration(firstResponseMinutes),
  };
  return azureFirstResponseMinutes === undefined
    ? voice.say('chart.text-row', common)
    : voice.say('chart.text-row-azure', { ...common, azure: voice.duration(azureFirstResponseMinutes) });
}

function levelOf(row: ChartRow, voice: Voice): z.input<typeof Level> {
  const { severity, situation, firstResponseMinutes, azureFirstResponseMinutes, effort, obligations } = row;
  const duties = obligations.map((duty) => voice.code('obligation', duty));
  return {
    tone: toneOfSeverity[severity],
    title: voice.say('severity.label', { severity }),
    time: voice.duration(firstResponseMinutes),
    strong:
      azureFirstResponseMinutes === undefined
        ? []
        : [voice.say('chart.azure', { duration: voice.duration(azureFirstResponseMinutes) })],
    situation: sentences(...situation.map((code) => ended(voice.code('situation', code)))),
    details: [
      ...attentionOf(row, voice),
      voice.say('chart.effort', { effort: voice.code('effort', effort) }),
      submissionOf(row, voice),
    ].join(' · '),
    duties: duties.length > 0 ? [{ title: voice.say('chart.duties'), items: duties }] : [],
  };
}

function attentionOf({ attention }: ChartRow, voice: Voice): string[] {
  if (attention === undefined) return [];
  if (attention === 'immediate') return [voice.say('attention.immediate')];
  return [voice.say(`attention.${attention.clock}`, { duration: voice.duration(attention.minutes) })];
}

function submissionOf({ submission: { via, mention } }: ChartRow, voice: Voice): string {
  const ways = voice.say('chart.submit', { via: voice.choice(via.map((channel) => voice.code('via', channel))) });
  return mention === undefined ? ways : [ways, voice.say('response.mention', { mention })].join(' · ');
}
