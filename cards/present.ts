/** Words and a card for every decision: the one way from the core's plain data to what a person sees. */
import type { Products, ServiceNames } from '../knowledge/schema/catalogue.ts';
import type { Decision } from '../src/command/answer.ts';
import { contracts, type IncidentFacts } from '../src/command/contract.ts';
import type { IncidentEvent } from '../src/incident/events.ts';
import type { Incident } from '../src/incident/incident.ts';
import type { Notice } from '../src/schedule/notice.ts';
import { answerCard } from './answer.ts';
import { approvalCard, approvalIn, approvalsCard } from './approval.ts';
import type { Audience } from './audience.ts';
import { balanceCard } from './balance.ts';
import { briefCard } from './brief.ts';
import { channelCard } from './channel.ts';
import { confirmationCard } from './confirmation.ts';
import { contractCard } from './contract.ts';
import { coverageCard } from './coverage.ts';
import { forecastCard } from './forecast.ts';
import { formCard } from './form.ts';
import { helpCard } from './help.ts';
import { incidentListCard } from './incident-list.ts';
import { incidentAnswer } from './incident-news.ts';
import { ledgerCard } from './ledger.ts';
import { clausesCard, deadlinesCard, differencesCard, dutiesCard } from './listings.ts';
import { messageCard } from './message.ts';
import { noChartCard } from './no-chart.ts';
import { notUnderstoodCard } from './not-understood.ts';
import { type OwnViewOf, ownViewCard } from './own-view.ts';
import { proposalCard } from './proposal.ts';
import { refusalCard } from './refusal.ts';
import { type OpenQuestion, withOpenQuestion } from './remark.ts';
import { reminderCard, remindersSetCard } from './reminder.ts';
import { rulingCard } from './ruling.ts';
import { severityChartCard } from './severity-chart.ts';
import type { Rendered } from './sheet.ts';
import { smallTalkCard, smallTalkOf } from './small-talk.ts';
import { type Voice, voiceFor } from './voice.ts';

export type { Audience } from './audience.ts';

export interface Presenter {
  /**
   * The plain summary, figures included, and the Adaptive Card, in the audience's language and zone. Throws where the
   * facts are not those of the command's contract, for that is a bug of whoever decided. `open` is a question that
   * the answer leaves open: it is called to mind below.
   */
  present(decision: Decision, audience: Audience, open?: OpenQuestion): { text: string; card: object };
  /** In place of an answer that is one person's: what everybody else may see of it. */
  aside(view: OwnViewOf, audience: Audience): { text: string; card: object };
  /**
   * An incident as a whole channel may see it, with a refresh that shows each of `users` (channel ids, the first
   * sixty) their own view. Instants carry the name of the audience's zone, for the readers may be in several.
   */
  announce(incident: IncidentFacts, users: readonly string[], audience: Audience): { text: string; card: object };
  /** In brief what happened to an incident with an event: its number, what, who and when. Nothing of the agreement. */
  tell(incident: Incident, event: IncidentEvent, audience: Audience): { text: string; card: object };
  /** A reminder: for the vendor's team with nothing of the customer's words, for a person with how to stop it. */
  remind(notice: Notice, audience: Audience): { text: string; card: object };
}

/** A presenter that knows what services and products are called. */
export function createPresenter(names: { services: ServiceNames; products: Products }): Presenter {
  return {
    present: (decision, audience, open) => {
      const voice = voiceFor(names, audience);
      const rendered = presentBy(decision, voice);
      return open === undefined ? rendered : withOpenQuestion(rendered, open, voice);
    },
    aside: (view, audience) => ownViewCard(view, voiceFor(names, audience)),
    tell: (incident, event, audience) => briefCard(incident, event, voiceFor(names, audience)),
    announce: (incident, users, audience) => channelCard(incident, users, voiceFor(names, audience)),
    remind: (notice, audience) => reminderCard(notice, voiceFor(names, audience)),
  };
}

/** A request for approval, where the decision is about one: asked of the approver, or told. */
function approvalBy(decision: Decision, voice: Voice): Rendered | undefined {
  const request = decision.status === 'refused' ? undefined : approvalIn(decision);
  return request === undefined ? undefined : approvalCard(request, decision, voice);
}

function presentBy(decision: Decision, voice: Voice): Rendered {
  const word = decision.command === 'help' || decision.command === '' ? smallTalkOf(decision.facts) : undefined;
  if (word !== undefined) return smallTalkCard(word, voice);
  switch (decision.status) {
    case 'not-understood':
      return notUnderstoodCard(decision, voice);
    case 'refused':
      return refusalCard(decision, voice);
    case 'needs-input':
      return formCard(decision, voice);
    case 'needs-confirmation':
      if (decision.command === 'incident.open') return proposalCard(decision, voice);
      return approvalBy(decision, voice) ?? confirmationCard(decision, voice);
    default:
      if (decision.facts.dropped === true) return droppedCard(decision, voice);
      return approvalBy(decision, voice) ?? answerBy(decision, voice);
  }
}

/** What was about to be done is left. */
const droppedCard = ({ command }: Decision, voice: Voice): Rendered =>
  messageCard(
    { tone: 'emphasis', kicker: voice.code('command', command), headline: voice.say('dropped.title') },
    [],
    voice,
  );

/** In the language that was set. */
const languageCard = (language: string, voice: Voice): Rendered =>
  messageCard(
    {
      tone: 'good',
      kicker: voice.code('command', 'language.set'),
      headline: voice.say('language.done', { language: voice.language(language) }),
      lines: [voice.say('language.note')],
    },
    [],
    voice,
  );

function answerBy(decision: Decision, voice: Voice): Rendered {
  const { command, facts, citations } = decision;
  switch (command) {
    case 'response.expect': {
      const expected = contracts['response.expect'].facts.parse(facts);
      return 'chart' in expected ? answerCard(expected, citations, voice) : noChartCard(expected, citations, voice);
    }
    case 'severity.explain':
      return severityChartCard(contracts[command].facts.parse(facts), citations, voice);
    case 'coverage.check':
    case 'service.explain':
      return coverageCard(contracts[command].facts.parse(facts), citations, voice);
    case 'contract.show':
      return contractCard(contracts[command].facts.parse(facts), citations, voice);
    case 'balance.show':
      return balanceCard(contracts[command].facts.parse(facts), citations, voice);
    case 'balance.forecast':
      return forecastCard(contracts[command].facts.parse(facts), citations, voice);
    case 'incident.list':
      return incidentListCard(contracts[command].facts.parse(facts), decision.args, voice);
    case 'reminder.set':
      return remindersSetCard(contracts[command].facts.parse(facts), voice);
    case 'help':
      return helpCard(contracts[command].facts.parse(facts), voice);
    case 'language.set':
      return languageCard(contracts[command].facts.parse(facts).language, voice);
    default:
      return listBy(decision, voice) ?? incidentAnswer(decision, voice) ?? rulingCard(decision, voice);
  }
}

function listBy({ command, facts, citations }: Decision, voice: Voice): Rendered | undefined {
  switch (command) {
    case 'duty.list':
      return dutiesCard(contracts[command].facts.parse(facts), citations, voice);
    case 'deadline.list':
      return deadlinesCard(contracts[command].facts.parse(facts), citations, voice);
    case 'approval.list':
      return approvalsCard(contracts[command].facts.parse(facts), voice);
    case 'ledger.show':
      return ledgerCard(contracts[command].facts.parse(facts), citations, voice);
    case 'contract.compare':
      return differencesCard(contracts[command].facts.parse(facts), citations, voice);
    case 'knowledge.search':
      return clausesCard(contracts[command].facts.parse(facts), citations, voice);
    default:
      return undefined;
  }
}
