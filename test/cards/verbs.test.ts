import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { cardNames, payloadOf, readVerb, verbNames, verbs } from '../../cards/verbs.ts';
import { commandNames } from '../../src/command/contract.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { openIncident } from '../../src/incident/open-incident.ts';
import { orderWith, sceneOf, standingAt } from '../support/world.ts';
import { ofType } from './card-tree.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { notices } from './samples/notices.ts';
import { audience, products, services } from './samples/setting.ts';

const { present, announce, remind, tell } = createPresenter({ services, products });
/** Any event tells an incident in brief: here its opening. */
function briefSample(): object {
  const scene = sceneOf(orderWith());
  const opened = openIncident({ product: 'onedrive', severity: 'C', summary: 'x' }, standingAt(scene), scene);
  if (!opened.ok) throw new Error(opened.failure);
  return tell(incidentOf('INC-482913', [opened.value.event]), opened.value.event, audience).card;
}

const key = { incident: 'INC-482913', verb: 'incident.open', revision: 2 };

/** Which card each sample is, by the command and status that it answers. */
const cardOf: Readonly<Record<string, readonly (keyof typeof decisions)[]>> = {
  answer: ['rapid', 'business', 'families'],
  'severity-chart': ['chart', 'rapidChart'],
  coverage: ['covered', 'notCovered', 'free'],
  balance: ['balance'],
  incident: ['incident', 'opened', 'call', 'resolved', 'engineer'],
  'incident-list': ['incidents'],
  contract: ['contract'],
  help: ['help'],
  form: ['form', 'askSeverity', 'askNote'],
  confirmation: ['close', 'confirm'],
  refusal: ['refused'],
  'not-understood': ['notUnderstood'],
};

const verbsIn = (card: object): string[] => ofType(card, /^Action\.Execute$/).map(({ verb }) => String(verb));

describe('the table of verbs', () => {
  test.each(verbNames)('%s is offered by the cards that its row names', (verb) => {
    const offering = verbs[verb].offeredBy;
    expect(offering.length).toBeGreaterThan(0);
    for (const name of offering) {
      const cards =
        name === 'channel'
          ? [announce(incident, [], audience).card]
          : name === 'brief'
            ? [briefSample()]
            : name === 'reminder'
              ? Object.values(notices).map((notice) => remind(notice, audience).card)
              : (cardOf[name] ?? []).map(
                  (sample) => present(decisions[sample], { ...audience, reader: '29:maja' }).card,
                );
      expect({ name, verbs: cards.flatMap(verbsIn) }).toEqual({ name, verbs: expect.arrayContaining([verb]) });
    }
  });

  test('each verb in a card has the card in its row', () => {
    for (const [name, samples] of Object.entries(cardOf)) {
      for (const verb of samples.flatMap((sample) => verbsIn(present(decisions[sample], audience).card))) {
        const row = Object.entries(verbs).find(([known]) => known === verb);
        expect({ verb, cards: row?.[1].offeredBy }).toEqual({ verb, cards: expect.arrayContaining([name]) });
      }
    }
  });

  test('names only cards that there are, and commands that there are', () => {
    for (const verb of verbNames) expect(cardNames).toEqual(expect.arrayContaining([...verbs[verb].offeredBy]));
    for (const verb of verbNames.filter((name) => !/form|confirm|suggestion|refresh/.test(name))) {
      expect(commandNames).toContain(verb);
    }
  });
});

describe('a press', () => {
  test('gives the command with the inputs that the client merged in', () => {
    const data = {
      ...payloadOf('incident.open', { commandKey: key }),
      product: 'azure-sql-database',
      severity: '1',
      summary: ' down ',
    };
    expect(readVerb('incident.open', data)).toEqual({
      ok: true,
      value: {
        verb: 'incident.open',
        command: 'incident.open',
        args: { product: 'azure-sql-database', severity: '1', summary: 'down' },
        key,
      },
    });
  });

  test('counts inputs left empty as not given, so that the desk asks for them', () => {
    const read = readVerb('incident.open', {
      commandKey: key,
      product: 'sql-server',
      severity: '',
      summary: '  ',
      location: null,
    });
    expect(read).toMatchObject({ ok: true, value: { args: { product: 'sql-server' } } });
  });

  test('of a form of any command puts the inputs to what was known', () => {
    const data = {
      verb: 'form.submit',
      command: 'incident.note',
      args: { incident: 'INC-1' },
      commandKey: key,
      text: 'It is back.',
    };
    expect(readVerb('form.submit', data)).toMatchObject({
      ok: true,
      value: { command: 'incident.note', args: { incident: 'INC-1', text: 'It is back.' }, key },
    });
  });

  test('takes a number that the client sends as text for a number', () => {
    const data = { command: 'credits.exchange', args: {}, commandKey: key, credits: '25', from: 'dk', to: 'fr' };
    expect(readVerb('form.submit', data)).toMatchObject({
      ok: true,
      value: { args: { credits: 25, from: 'dk', to: 'fr' } },
    });
    expect(readVerb('form.submit', { ...data, credits: 'many' })).toEqual({ ok: false, failure: 'invalid-argument' });
  });

  test.each([
    ['confirm.yes', true],
    ['confirm.no', false],
  ])('of %s says how it was decided', (verb, confirmed) => {
    const data = { command: 'incident.close', args: { incident: 'INC-1' }, commandKey: key };
    expect(readVerb(verb, data)).toMatchObject({ ok: true, value: { command: 'incident.close', confirmed, key } });
  });

  test.each([
    ['an unknown verb', 'incident.delete', {}, 'invalid-argument'],
    ['a verb of the prototype', 'constructor', {}, 'invalid-argument'],
    ['data that is no object', 'help', 'text', 'invalid-argument'],
    ['a change without its key', 'incident.open', { product: 'sql-server' }, 'invalid-argument'],
    ['a command that there is not', 'suggestion', { command: 'toString', args: {} }, 'invalid-argument'],
    ['another severity', 'severity.explain', { severity: 'X' }, 'unknown-severity'],
    ['a product that is no id', 'response.expect', { product: 'Azure SQL!' }, 'unknown-product'],
    ['a service that is no id', 'balance.show', { service: 7 }, 'unknown-service'],
    ['a summary that is too long', 'incident.open', { commandKey: key, summary: 'x'.repeat(4001) }, 'text-too-long'],
    [
      'an argument that does not fit',
      'suggestion',
      { command: 'balance.show', args: { what: 'gold' } },
      'invalid-argument',
    ],
  ])('with %s is refused', (_, verb, data, failure) => {
    expect(readVerb(verb, data)).toEqual({ ok: false, failure });
  });
});
