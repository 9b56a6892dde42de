/** Every card that the desk can show, drawn from the samples: for tests that hold for all of them, and for pictures. */
import type { Names } from '../../../cards/audience.ts';
import { createPresenter } from '../../../cards/present.ts';
import type { DeskLanguage } from '../../../knowledge/vocabulary.ts';
import type { Decision } from '../../../src/command/answer.ts';
import { agreement } from './agreement.ts';
import { approvals } from './approvals.ts';
import { balanceAnswers } from './balances.ts';
import { contacts } from './contacts.ts';
import { conversation } from './conversation.ts';
import { decisions } from './decisions.ts';
import { incidentSteps } from './incident-steps.ts';
import { incident, incidents } from './incidents.ts';
import { news } from './news.ts';
import { notices } from './notices.ts';
import { responses } from './responses.ts';
import { audience, products, services } from './setting.ts';
import { spending } from './spending.ts';

export interface SampleCard {
  readonly name: string;
  readonly text: string;
  readonly card: object;
}

const named = <Sample>(
  samples: Readonly<Record<string, Sample>>,
  nameOf: (name: string) => string,
  drawn: (sample: Sample) => Omit<SampleCard, 'name'>,
): SampleCard[] => Object.entries(samples).map(([name, sample]) => ({ name: nameOf(name), ...drawn(sample) }));

/** Every card in the language, by what it is about; products and services by their names in the samples, or others. */
export function sampleCards(
  language: DeskLanguage,
  names: Names = { services, products },
): Readonly<Record<string, readonly SampleCard[]>> {
  const { present, announce, aside, remind, tell } = createPresenter(names);
  const reader = { ...audience, language };
  const answers = (group: Readonly<Record<string, Decision>>): SampleCard[] =>
    named(
      group,
      (name) => name,
      (decision) => present(decision, reader),
    );
  const open = { command: 'credits.exchange', args: {}, asked: 'confirmation' } as const;
  return {
    responses: answers(responses),
    agreement: answers(agreement),
    incidents: answers(incidents),
    'incident-steps': answers(incidentSteps),
    balances: answers(balanceAnswers),
    spending: answers(spending),
    approvals: answers(approvals),
    contacts: answers(contacts),
    conversation: [
      ...answers(conversation),
      { name: 'an answer above an open question', ...present(decisions.balance, reader, open) },
      {
        name: 'an answer above an open form',
        ...present(decisions.duties, reader, { ...open, command: 'incident.open', asked: 'severity' }),
      },
    ],
    channel: [
      { name: 'a channel', ...announce(incident, ['29:a'], reader) },
      { name: 'an answer for another', ...aside({ view: 'v1', name: 'Maja Holm', reader: '29:maja' }, reader) },
      { name: 'an answer for somebody without a name', ...aside({ view: 'v1' }, reader) },
    ],
    news: named(
      news,
      (name) => `news of ${name}`,
      (one) => tell(one.incident, one.event, reader),
    ),
    reminders: named(
      notices,
      (name) => `a reminder of ${name}`,
      (notice) => remind(notice, reader),
    ),
  };
}
