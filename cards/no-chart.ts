/** The answer where no chart governs: the agreement is not in force on the day that was asked about. */
import type { Citation } from '../src/command/answer.ts';
import type { NoChartFacts } from '../src/command/contract.ts';
import { rejectedLines, subjectOf } from './answer.ts';
import { messageCard } from './message.ts';
import { type Rendered, sectionOf } from './sheet.ts';
import type { Voice } from './voice.ts';

/** The card that says that no response time applies, and why. */
export function noChartCard(facts: NoChartFacts, citations: readonly Citation[], voice: Voice): Rendered {
  const { term, severity, rejected } = facts;
  const why = voice.say('response.none-why', { start: voice.date(term.start), end: voice.date(term.end) });
  return messageCard(
    {
      tone: 'attention',
      kicker: voice.say('response.kicker'),
      headline: voice.say('response.none'),
      lines: [
        why,
        voice.say('subject', { severity: voice.say('severity.label', { severity }), subject: subjectOf(facts, voice) }),
      ],
      sections: sectionOf(voice.say('response.rejected'), rejectedLines(rejected, voice)),
    },
    citations,
    voice,
  );
}
