import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Kept, postingOnce } from '../../../bot/teams/connectors.ts';
import { sendFailure } from '../../../bot/teams/send-failure.ts';
import { type Connector, startConnector } from './support/connector.ts';

describe('a client that posts once', () => {
  let connector: Connector;

  beforeAll(async () => {
    connector = await startConnector();
  });

  afterAll(() => connector.close());

  /** The SDK's own client, as the desk gets it. */
  async function sdkClient() {
    const authentication = new ConfigurationBotFrameworkAuthentication({});
    const identity = (await authentication.authenticateRequest({ channelId: 'msteams' } as never, '')).claimsIdentity;
    return authentication.createConnectorFactory(identity).create(connector.url);
  }

  test('a service that is silent is given up after the time limit; the message may stand there', async () => {
    connector.next.push('silence');
    const client = postingOnce(await sdkClient(), 1000);
    const sent = client.conversations.sendToConversation('a:1', { type: 'message', text: 'x' });
    const failure = await sent.then(
      () => undefined,
      (error: unknown) => sendFailure(error),
    );
    expect(failure).toMatchObject({ kind: 'maybe-delivered' });
    expect(connector.posted).toHaveLength(1);
  });

  test('a client without the retries that are to be taken out is a bug, not a pass', async () => {
    const client = postingOnce(await sdkClient());
    expect(() => postingOnce(client)).toThrow(/no retry policy/);
    expect(() => postingOnce({ client: {} })).toThrow();
  });
});

describe('what is kept', () => {
  test('is made once, and the least used goes first', async () => {
    const made: string[] = [];
    const kept = new Kept<string>(2);
    const get = (key: string) =>
      kept.get(key, async () => {
        made.push(key);
        return key;
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await get(key)).toBe(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('is not what could not be made', async () => {
    const kept = new Kept<string>(2);
    await expect(kept.get('a', () => Promise.reject(new Error('no token')))).rejects.toThrow('no token');
    expect(await kept.get('a', async () => 'made')).toBe('made');
  });
});
