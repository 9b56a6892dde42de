/** What the desk refuses, why, and what to do instead. */
import { z } from 'zod';
import type { Decision } from '../src/command/answer.ts';
import { contracts, HistoryEntry, IncidentState } from '../src/command/contract.ts';
import { approvalIn } from './approval.ts';
import { button } from './button.ts';
import { cleanLine, cut } from './clean.ts';
import { errors, isErrorCode } from './errors.ts';
import { signedWhen } from './incident-history.ts';
import { ended, sentences } from './sentences.ts';
import { type Rendered, Sheet } from './sheet.ts';
import { cardOf } from './template.ts';
import template from './templates/refusal.json' with { type: 'json' };
import type { Voice } from './voice.ts';

export const Refused = Sheet;
const fill = cardOf(template, Refused);

const MOST_NAME = 80;

/** The refusal card: every reason with its remedy; a refusal by role says who may. */
export function refusalCard(decision: Decision, voice: Voice): Rendered {
  const { command } = decision;
  const codes = reasonsOf(decision);
  const [headline = '', ...further] = [...whoDid(decision, voice), ...codes.map((code) => meaning(code, voice))];
  const who = codes.includes('role') ? whoMay(command, voice) : [];
  const remedies = codes.filter(isErrorCode).map((code) => voice.say(errors[code].next));
  const text = sentences(headline, ...further, ...who.map(ended), ...remedies);
  const card = fill({
    speak: text,
    header: { tone: 'warning', kicker: voice.say('refusal.kicker'), headline, sublines: [...further, ...who] },
    sections: [
      {
        title: voice.say('refusal.next'),
        lines: remedies.length > 0 ? remedies : [voice.say('error.invalid-argument.next')],
      },
    ],
    actions: [button(voice.say('action.help'), 'help', {})],
    basis: [voice.basis(decision.citations) ?? []].flat(),
  });
  return { text, card };
}

/** Where somebody came first: what was done, when and by whom. */
const Before = z.object({ before: HistoryEntry });
function whoDid(decision: Decision, voice: Voice): string[] {
  const { facts } = decision;
  const { decided, state } = approvalIn(decision) ?? {};
  if (decided !== undefined) {
    const name = cut(cleanLine(decided.byName ?? decided.by), MOST_NAME);
    const title = voice.say(state === 'approved' ? 'approval.approved' : 'approval.rejected');
    return [ended(title), ended(voice.say('approval.decided', { name, when: voice.when(decided.at) }))];
  }
  const { data } = Before.safeParse(facts);
  if (data === undefined) return [];
  const { event, at, by } = data.before;
  return [ended(voice.say('reading', { title: voice.code('event', event), details: signedWhen(at, by, voice) }))];
}

const isState = (code: string): code is IncidentState => IncidentState.safeParse(code).success;

/** The state of an incident says why only where the state is in the way. */
function reasonsOf({ because = [] }: Decision): readonly string[] {
  if (because.length === 0) return ['internal'];
  return because.includes('state') ? because : because.filter((code) => !isState(code));
}

function meaning(code: string, voice: Voice): string {
  if (isErrorCode(code)) return voice.say(errors[code].means);
  if (!isState(code)) return ended(voice.code('because', code));
  return ended(voice.say('reading', { title: voice.say('fact.state'), details: voice.code('state', code) }));
}

function whoMay(command: Decision['command'], voice: Voice): string[] {
  if (command === '') return [];
  const roles = contracts[command].roles.map((role) => voice.code('person', role));
  return [voice.say('refusal.who', { roles: voice.list(roles) })];
}
