import { KnownSeverityLevel } from '@azure/arm-support';
import { describe, expect, test } from '@jest/globals';
import { contactProfile } from '../../../bot/portal/contact-profile.ts';
import severities from '../../../bot/portal/severities.json' with { type: 'json' };
import { ticketName, ticketOf } from '../../../bot/portal/ticket.ts';
import { Severity } from '../../../knowledge/vocabulary.ts';
import type { WorkOrder } from '../../../src/agreement/work-order.ts';
import type { Opened } from '../../../src/incident/events.ts';
import { incidentOf } from '../../../src/incident/incident.ts';
import { knowledge, TENANT } from '../../support/world.ts';
import { incidentWith } from '../webhooks/samples.ts';
import { order, PROBLEM, SERVICE, settings } from './samples.ts';

function ticketFor(change: Partial<Opened> = {}, workOrder: WorkOrder = order, problems = settings.problems) {
  const opened = { ...incidentWith().opened, ...change };
  const incident = incidentOf('INC-123456', [opened]);
  const location = workOrder.locations.find(({ id }) => id === opened.location);
  if (location === undefined) throw new Error('the order has the location');
  return ticketOf({ incident, workOrder, location, problems, products: knowledge.products });
}

const filed = (...given: Parameters<typeof ticketFor>) => {
  const ticket = ticketFor(...given);
  if (!ticket.ok) throw new Error(ticket.failure);
  return ticket.value;
};

describe('the ticket of an incident', () => {
  test('holds what the API asks for', () => {
    expect(filed()).toEqual({
      title: 'INC-123456: Orders time out',
      description: expect.stringContaining('Orders time out'),
      severity: 'critical',
      serviceId: `/providers/Microsoft.Support/services/${SERVICE}`,
      problemClassificationId: `/providers/Microsoft.Support/services/${SERVICE}/problemClassifications/${PROBLEM}`,
      contactDetails: {
        firstName: 'Ane',
        lastName: 'Ad',
        preferredContactMethod: 'phone',
        primaryEmailAddress: 'ane@foods.example',
        phoneNumber: '+45 00 00 00 00',
        preferredTimeZone: 'Romance Standard Time',
        country: 'DNK',
        preferredSupportLanguage: 'en-us',
      },
      require24X7Response: true,
      problemStartTime: new Date('2026-03-02T10:00:00+01:00'),
    });
  });

  test('begins its description with the marker that the edition wants, and has none where it wants none', () => {
    const { plan } = incidentWith();
    const marked = filed({ plan: { ...plan, submission: { via: ['portal'], mention: 'AEM' } } });
    expect(marked.description?.split('\n')[0]).toBe('AEM');
    expect(filed().description?.split('\n')[0]).toBe('Orders time out');
  });

  test('tells the vendor what was said at the opening, and the number that the customer knows', () => {
    const { description } = filed({
      environment: 'production',
      reproduction: 'place an order',
      contact: { name: 'Night Desk', phone: '+45 11 11 11 11' },
      changeAuthority: 'Ida',
    });
    for (const part of ['production', 'place an order', 'Night Desk, +45 11 11 11 11', 'Ida', 'INC-123456', 'odense'])
      expect(description).toContain(part);
  });

  test('names whom the customer has named last', () => {
    const note = {
      type: 'noted',
      at: '2026-03-02T10:05:00+01:00',
      by: 'c1',
      contact: { name: 'Luc Co', phone: '+33 2' },
      changeAuthority: 'Eva',
    } as const;
    const incident = incidentOf('INC-123456', [incidentWith().opened, note]);
    const [location] = order.locations;
    const contacts = order.contacts.map((contact) => ({ ...contact, email: `${contact.userId}@foods.example` }));
    const known = { workOrder: { ...order, contacts }, problems: settings.problems, products: knowledge.products };
    const ticket = location && ticketOf({ incident, location, ...known });
    expect(ticket).toMatchObject({ value: { contactDetails: { firstName: 'Luc', phoneNumber: '+33 2' } } });
    expect(ticket?.ok && ticket.value.description).toMatch(/To be reached: Luc Co, \+33 2\n.*Eva/);
  });

  test('asks for help in business hours where the plan does', () => {
    const { plan } = incidentWith();
    expect(filed({ plan: { ...plan, effort: 'business-hours' } }).require24X7Response).toBe(false);
  });

  test('has a title of one line and at most 200 characters', () => {
    const title = filed({ summary: `down\n${'x'.repeat(400)}` }).title ?? '';
    expect([title.length, title.includes('\n'), title.startsWith('INC-123456: down x')]).toEqual([200, false, true]);
  });

  test('takes the problem of the product before that of its family', () => {
    const problems = { ...settings.problems, 'azure-sql-database': { service: PROBLEM, problem: SERVICE } };
    expect(filed({}, order, problems).serviceId).toContain(PROBLEM);
  });

  test.each([
    ['a problem for the product', {}, order, {}],
    ['an e-mail address', { contact: { name: 'Luc Co' } }, order, settings.problems],
    ['the contact', { by: 'somebody else', contact: { name: 'Somebody' } }, order, settings.problems],
  ])('is not filed without %s', (_what, change, workOrder, problems) => {
    expect(ticketFor(change, workOrder, problems)).toMatchObject({ ok: false, failure: expect.any(String) });
  });

  test('has one name for an incident, another for another incident or tenant', () => {
    expect(ticketName(TENANT, 'INC-1')).toBe(ticketName(TENANT, 'INC-1'));
    const names = [ticketName(TENANT, 'INC-1'), ticketName(TENANT, 'INC-2'), ticketName('another', 'INC-1')];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9-]{1,60}$/);
  });
});

test('every severity has a level that the API knows, each its own', () => {
  const levels = Severity.options.map((severity) => severities[severity].level);
  expect(levels.toSorted()).toEqual(Object.values(KnownSeverityLevel).toSorted());
});

describe('the person of a ticket', () => {
  const [contact] = order.contacts;
  const [location] = order.locations;
  if (contact === undefined || location === undefined) throw new Error('the order has both');
  const reached = { contact, location, phone: undefined, language: undefined, urgent: false };

  test.each([
    ['fr', 'fr-fr'],
    ['fr-CA', 'fr-fr'],
    ['zh-Hant', 'zh-tw'],
    ['zh', 'zh-hans'],
    ['ja', 'ja-jp'],
    ['kk', 'en-us'],
    ['constructor', 'en-us'],
  ])('who asks for %s is written to in %s', (language, expected) => {
    expect(contactProfile({ ...reached, language })).toMatchObject({ value: { preferredSupportLanguage: expected } });
  });

  test('is called in an emergency where there is a number, and written to otherwise', () => {
    const methods = [true, false].flatMap((urgent) =>
      [contact.phone, undefined].map((phone) => {
        const { phone: _phone, ...others } = contact;
        const profile = contactProfile({ ...reached, contact: others, phone, urgent });
        return profile.ok && profile.value.preferredContactMethod;
      }),
    );
    expect(methods).toEqual(['phone', 'email', 'email', 'email']);
  });

  test('with one name has it twice', () => {
    expect(contactProfile({ ...reached, contact: { ...contact, name: 'Nordlys' } })).toMatchObject({
      value: { firstName: 'Nordlys', lastName: 'Nordlys' },
    });
  });

  test('lives in a time zone that the portal has a name for, unless that is Antarctica', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const nameless = zones.filter(
      (timeZone) => !contactProfile({ ...reached, location: { ...location, timeZone } }).ok,
    );
    expect(nameless).toEqual(['Antarctica/Troll']);
  });

  test('in a country that nobody knows has no profile', () => {
    expect(contactProfile({ ...reached, location: { ...location, country: 'QQ' } }).ok).toBe(false);
  });
});
