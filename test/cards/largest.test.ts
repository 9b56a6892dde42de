import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../cards/present.ts';
import { CARD_LIMIT, MESSAGE_LIMIT, utf16Bytes } from '../../cards/size.ts';
import products from '../../knowledge/products.json' with { type: 'json' };
import { Products, ServiceNames } from '../../knowledge/schema/catalogue.ts';
import services from '../../knowledge/services.json' with { type: 'json' };
import { Chart, DeskLanguage, Obligation, ResponseCondition, VendorRole } from '../../knowledge/vocabulary.ts';
import type { Decision } from '../../src/command/answer.ts';
import { commandNames } from '../../src/command/contract.ts';
import { shownTexts } from './card-tree.ts';
import { coverage } from './samples/agreement.ts';
import { balances } from './samples/balances.ts';
import { decisions } from './samples/decisions.ts';
import { incident } from './samples/incidents.ts';
import { business, rapid } from './samples/responses.ts';
import { audience } from './samples/setting.ts';

const { present, announce } = createPresenter({
  services: ServiceNames.parse(services),
  products: Products.parse(products),
});
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const summary = 'The order database is down since the failover, nobody can place orders. '.repeat(50).slice(0, 3500);
const note = 'We restarted the listener and look at the log of the failover group. '.repeat(20);

/** As much as a real agreement or a bad week may bring, of everything. */
const largest: Readonly<Record<string, Decision>> = {
  response: {
    ...decisions.business,
    facts: {
      ...business,
      uncertain: true,
      inferred: true,
      past: true,
      roles: VendorRole.options.slice(0, 3),
      obligations: Obligation.options.slice(0, 4),
      conditions: ResponseCondition.options.slice(0, 3),
      rejected: Chart.options
        .slice(0, 5)
        .map((chart) => ({ chart, because: 'not-purchased', also: ['severity-not-covered'] })),
      proof: { ...business.proof, segments: many(16, () => business.proof.segments).flat() },
    },
  },
  incident: {
    ...decisions.incident,
    facts: {
      ...decisions.incident.facts,
      incident: { ...incident, summary },
      history: many(60, () => ({ at: incident.opened, event: 'noted', by: 'Maja Holm', note })),
    },
  },
  incidents: { ...decisions.incidents, facts: { incidents: many(500, () => ({ ...incident, summary })) } },
  balance: {
    ...decisions.balance,
    facts: { ...decisions.balance.facts, balances: many(60, (index) => balances[index % 5]) },
  },
  coverage: {
    ...decisions.covered,
    facts: {
      ...coverage,
      because: many(6, () => 'not-purchased'),
      conditions: many(10, () => 'quantity-capped'),
      limits: Object.fromEntries(many(12, (index) => [`limit${index}`, index])),
    },
  },
  contract: {
    ...decisions.contract,
    facts: {
      ...decisions.contract.facts,
      locations: many(40, (index) => ({
        id: `plant-${index}`,
        role: 'downstream',
        country: 'DE',
        timeZone: 'Europe/Berlin',
      })),
      services: many(80, () => ({
        service: 'enhanced-designated-engineering',
        location: 'plant-7',
        quantity: 160,
        unit: 'hours',
      })),
      contacts: many(50, () => ({
        name: 'Maximiliane Musterfrau-Beispiel',
        roles: ['contact'],
        locations: ['plant-1', 'plant-2'],
      })),
    },
  },
  help: { ...decisions.help, facts: { commands: commandNames } },
  form: { ...decisions.form, args: { ...decisions.form.args, summary } },
  confirmation: { ...decisions.close, args: { incident: incident.id, text: summary } },
  duties: {
    ...decisions.duties,
    facts: { ...decisions.duties.facts, duties: many(40, () => ({ id: 'give-access', section: '2.8' })) },
  },
  clauses: {
    ...decisions.clauses,
    facts: {
      workOrder: 'WO-7F21',
      clauses: many(30, () => ({
        edition: 'unified-2025-01',
        section: '2.7',
        title: note.slice(0, 80),
        summary: note,
        printed: note,
        score: 1,
      })),
    },
  },
};

/** No message extension carries the whole of an incident: what a channel is told of it is the base card. */
const limitOf = (name: string): number => (name === 'incident' ? MESSAGE_LIMIT / 2 : CARD_LIMIT);

describe.each(Object.entries(largest))('the largest card of %s', (name, decision) => {
  test.each(DeskLanguage.options)('in %s fits what carries it', (language) => {
    const { card, text } = present(decision, { ...audience, language });
    expect(utf16Bytes(card)).toBeLessThan(limitOf(name));
    expect(text.length).toBeLessThan(6000);
  });
});

test.each(['balance', 'contract', 'duties'])('a long list of %s says how many more there are', (name) => {
  const decision = largest[name];
  const texts = decision === undefined ? [] : shownTexts(present(decision, audience).card);
  expect(texts.join('\n')).toMatch(/and \d+ more/);
});

test('text that doubles in JSON still fits a message', () => {
  const quotes = '"'.repeat(4000);
  const { card } = present({ ...decisions.close, args: { incident: incident.id, text: quotes } }, audience);
  expect(utf16Bytes(card)).toBeLessThan(MESSAGE_LIMIT);
});

describe('the card that a whole channel sees', () => {
  const users = many(200, (index) => `29:${index}${'x'.repeat(60)}`);
  const { card, text } = announce({ ...incident, summary: 'Secret words' }, users, audience);

  test('refreshes for sixty people and no more', () => {
    expect(card).toHaveProperty('refresh.userIds', users.slice(0, 60));
    expect(card).toHaveProperty('refresh.action.verb', 'incident.refresh');
    expect(utf16Bytes(card)).toBeLessThan(CARD_LIMIT);
  });

  test('holds no words of the customer and nothing of the agreement', () => {
    for (const secret of ['Secret words', 'Denmark', 'dk', 'WO-7F21', 'unified', rapid.chart, 'Maja']) {
      expect(`${text} ${shownTexts(card).join(' ')}`).not.toContain(secret);
    }
  });
});
