/** The entries of lists: duties, deadlines, differences between editions, clauses found. */
import { IsoDate, Obligation } from '../knowledge/vocabulary.ts';
import type { Citation } from '../src/command/answer.ts';
import type { FactsOf } from '../src/command/contract.ts';
import { clean, cleanLine, cut } from './clean.ts';
import { differenceLines } from './difference-lines.ts';
import { type Entry, listingCard } from './listing.ts';
import { begun } from './sentences.ts';
import type { Rendered } from './sheet.ts';
import type { Voice } from './voice.ts';

/** Longer clauses are read where they stand. */
const MOST_TEXT = 420;
/** The search gives the best first; a sixth clause answers nothing. */
const MOST_CLAUSES = 5;

/** What the customer has to do; words of the facts win over the desk's own. */
export function dutiesCard(facts: FactsOf<'duty.list'>, citations: readonly Citation[], voice: Voice): Rendered {
  const entries = facts.duties.map(({ id, text }): Entry => ({ title: text ?? dutyWords(id, voice) }));
  const severity = facts.severity === undefined ? [] : [voice.say('severity.label', { severity: facts.severity })];
  return listingCard('duty.list', entries, citations, voice, severity);
}

const dutyWords = (id: string, voice: Voice): string =>
  voice.code(Obligation.safeParse(id).success ? 'obligation' : 'duty', id);

/** What is due when, in the order of the facts, and the service that it comes from. */
export function deadlinesCard(facts: FactsOf<'deadline.list'>, citations: readonly Citation[], voice: Voice): Rendered {
  const entries = facts.deadlines.map(
    ({ what, due, because, incident }): Entry => ({
      title: voice.code('deadline', what),
      lines: [
        IsoDate.safeParse(due).success ? voice.date(due) : voice.when(due),
        ...(incident === undefined ? [] : [voice.say('incident.kicker', { id: incident })]),
        ...because
          .filter((code) => Object.hasOwn(voice.names.services, code) && incident === undefined)
          .map(voice.service),
      ],
    }),
  );
  const until = voice.say('listing.until', { date: voice.date(facts.until) });
  return listingCard('deadline.list', entries, citations, voice, [until]);
}

const effectTone = { gain: 'good', loss: 'attention', change: 'default' } as const;

/** How two editions differ, with what it means for the customer. */
export function differencesCard(
  facts: FactsOf<'contract.compare'>,
  citations: readonly Citation[],
  voice: Voice,
): Rendered {
  const entries = facts.differences.map(
    ({ topic, from, to, effect }): Entry => ({
      tone: effectTone[effect],
      title: voice.code('topic', topic),
      lines: [...differenceLines(from, to, voice), voice.code('effect', effect)],
    }),
  );
  const editions = voice.say('compare.line', { from: voice.edition(facts.from), to: voice.edition(facts.to) });
  return listingCard('contract.compare', entries, citations, voice, [editions]);
}

/** Clauses that answer a question, best first. */
export function clausesCard(
  facts: FactsOf<'knowledge.search'>,
  citations: readonly Citation[],
  voice: Voice,
): Rendered {
  const entries = facts.clauses.slice(0, MOST_CLAUSES).map(
    ({ edition, section, title, summary, printed }): Entry => ({
      title: cut(clean(title), MOST_TEXT),
      lines: [
        cut(clean(summary), MOST_TEXT),
        ...(printed === undefined ? [] : [cut(cleanLine(printed), MOST_TEXT)]),
        begun(voice.clause({ edition, section }), voice.audience.language),
      ],
    }),
  );
  return listingCard('knowledge.search', entries, citations, voice);
}
