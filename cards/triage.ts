/** What the severities mean and demand, above the form that opens an incident. */
import { Triage } from '../src/command/contract.ts';
import { dutiesOf } from './answer.ts';
import { ended, sentences } from './sentences.ts';
import type { Section } from './sheet.ts';
import type { Voice } from './voice.ts';

type Row = Triage['rows'][number];

export interface TriageView {
  readonly text: string;
  readonly sections: Section[];
  /** Further inputs that the severity calls for. */
  readonly asks: readonly string[];
}

/** Nothing where the decision tells nothing of it. With a severity its meaning and demands; without one all to choose from. */
export function triageOf(facts: Readonly<Record<string, unknown>>, voice: Voice): TriageView {
  const read = Triage.safeParse(facts.triage);
  if (!read.success) return { text: '', sections: [], asks: [] };
  const { rows, setBy, asks } = read.data;
  const [only, ...others] = rows;
  const decides = voice.say(`triage.decides.${setBy}`);
  if (only === undefined) return { text: '', sections: [], asks: [] };
  return others.length > 0 ? { ...choosing(rows, decides, voice), asks } : { ...proposing(only, decides, voice), asks };
}

const meaning = ({ situation }: Row, voice: Voice): string[] => situation.map((code) => voice.code('situation', code));

const labelOf = ({ severity }: Row, voice: Voice): string => voice.say('severity.label', { severity });

/** All severities, each with what it means: the choice itself is an input of the form. */
function choosing(rows: readonly Row[], decides: string, voice: Voice): Omit<TriageView, 'asks'> {
  const title = voice.say('triage.choose');
  const items = rows.map((row) =>
    voice.say('reading', { title: labelOf(row, voice), details: sentences(...meaning(row, voice).map(ended)) }),
  );
  return { text: decides, sections: [{ title, items, lines: [decides] }] };
}

function proposing(row: Row, decides: string, voice: Voice): Omit<TriageView, 'asks'> {
  const title = voice.say('triage.proposed', { severity: labelOf(row, voice) });
  const duties = dutiesOf(row, voice);
  const lowered = row.mayBeLowered ? [voice.say('triage.lowered')] : [];
  const demands = voice.say('triage.demands');
  return {
    text: sentences(
      ended(title),
      ...meaning(row, voice).map(ended),
      ended(voice.say('reading', { title: demands, details: voice.list(duties) })),
      ...lowered,
      decides,
    ),
    sections: [
      { title, items: meaning(row, voice), lines: [decides] },
      { title: demands, items: duties, lines: lowered },
    ],
  };
}
