import { afterEach, describe, expect, test } from '@jest/globals';
import { activityOf, messageOf, tenant } from './support/activities.ts';
import type { Connector } from './support/connector.ts';
import type { Running } from './support/running-teams.ts';
import { teamsOnce } from './support/teams-once.ts';

const local = { serviceUrl: '' };
const odd = (given: Readonly<Record<string, unknown>>) => messageOf('hello', { ...local, ...given });

describe('activities that are not as they should be', () => {
  let running: Running;
  let connector: Connector;

  teamsOnce((teams, service) => {
    running = teams;
    connector = service;
    local.serviceUrl = service.url;
  });

  afterEach(async () => {
    expect((await running.post(messageOf('still there?', local))).status).toBe(200);
    expect(running.desk.turns.at(-1)).toMatchObject({ text: 'still there?' });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no conversation', () => odd({ conversation: undefined }), /conversation:/],
    ['a conversation without an id', () => odd({ conversation: { tenantId: tenant } }), /conversation.id:/],
    ['no service URL', () => odd({ serviceUrl: undefined }), /serviceUrl:/],
    ['a service URL that is none', () => odd({ serviceUrl: 'file:///etc/passwd' }), /serviceUrl:/],
    ['no channel', () => odd({ channelId: undefined }), /channelId:/],
    ['no type', () => odd({ type: undefined }), /type:/],
    ['a type that is no text', () => odd({ type: 7 }), /type:/],
    ['a list', () => [odd({})], /body:/],
    ['a text', () => '"hello"', /body:/],
    ['nothing', () => 'null', /body:/],
  ])('%s: 400 with what is wrong, and nothing else', async (_title, body, fault) => {
    const response = await running.post(body());
    const { code, message } = (await response.json()) as { code: string; message: string };
    expect([response.status, code, message]).toEqual([400, 'InvalidActivity', expect.stringMatching(fault)]);
    expect(message.split(';')).toHaveLength(1);
    expect(running.desk.turns).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['no sender', { from: undefined }, /did not say who sent it/],
    ['a sender without an id', { from: { name: 'Maja' } }, /did not say who sent it/],
    ['no tenant', { conversation: { id: 'a:1' }, channelData: undefined }, /does not know your organisation/],
    ['an empty tenant', { conversation: { id: 'a:1' }, channelData: { tenant: { id: '' } } }, /does not know your/],
  ])('%s: a card that says what is missing', async (_title, given, text) => {
    expect((await running.post(odd(given))).status).toBe(200);
    expect(connector.posted).toMatchObject([{ body: { summary: expect.stringMatching(text) } }]);
    expect(running.desk.turns).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['no id', { id: undefined }],
    ['an id that is no text', { id: 7 }],
    ['no recipient', { recipient: undefined }],
    ['entities that are no list', { entities: 'none' }],
    ['entities of any kind', { entities: [null, 7, { type: 'mention' }, { type: 'clientInfo', timezone: 7 }] }],
    ['a locale that is none', { locale: '!!' }],
    ['a time zone that is none', { localTimezone: 'Middle/Earth' }],
    ['a locale that is no text', { locale: { en: true } }],
    ['members that are no list', { membersAdded: 'all' }],
    ['a value without a verb', { value: { action: 'x' } }],
    ['a prototype in its value', { value: JSON.parse('{"__proto__":{"verb":"help"}}') }],
    [
      'deep nesting',
      { channelData: { tenant: { id: tenant }, deep: JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) } },
    ],
  ])('%s: answered all the same', async (_title, given) => {
    expect((await running.post(odd(given))).status).toBe(200);
    expect(running.desk.turns).toMatchObject([{ text: 'hello' }]);
    expect(connector.posted).toHaveLength(1);
  });

  test('an activity larger than Teams ever sends is refused, said in plain JSON', async () => {
    const response = await running.post(odd({ text: 'x'.repeat(1_000_000) }));
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'PayloadTooLarge' }]);
  });

  test('an activity without an id is not taken for a repeat of another', async () => {
    await running.post(odd({ id: undefined }));
    await running.post(odd({ id: undefined }));
    expect(running.desk.turns).toHaveLength(2);
  });

  test('nobody is greeted when other people join', async () => {
    await running.post(activityOf({ ...local, type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] }));
    expect(connector.posted).toEqual([]);
  });
});
