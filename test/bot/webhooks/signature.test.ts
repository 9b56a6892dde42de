import { describe, expect, test } from '@jest/globals';
import { readSecrets, signatureHeaders } from '../../../bot/webhooks/signature.ts';
import { readWebhookUrl } from '../../../bot/webhooks/webhook-url.ts';
import { newSecret, secret } from './samples.ts';

describe('the secrets of a webhook', () => {
  test.each([
    ['one', secret, 1],
    ['two while one is replaced', `${newSecret} ${secret}`, 2],
  ])('are read: %s', (_what, value, count) => {
    const read = readSecrets('HOOK', value);
    expect(read.ok && read.value.length).toBe(count);
  });

  test.each([
    ['nothing', undefined],
    ['an empty value', '  '],
    ['a plain word', 'hunter2'],
    ['too few bytes', `whsec_${Buffer.alloc(23).toString('base64')}`],
    ['too many bytes', `whsec_${Buffer.alloc(65).toString('base64')}`],
    ['what is no Base64', 'whsec_???????????????????????????????????????'],
    ['a good one beside a bad one', `${secret} hunter2`],
    ['three', `${secret} ${newSecret} ${secret}`],
  ])('are refused by name and without showing them: %s', (_what, value) => {
    const read = readSecrets('HOOK', value);
    expect(read).toMatchObject({ ok: false, failure: expect.stringContaining('HOOK') });
    if (!read.ok && value !== undefined && value.trim() !== '') expect(read.failure).not.toContain(value);
  });
});

describe('a signature', () => {
  /** The example that the convention's own documentation computes. */
  test('is that of the Standard Webhooks convention', () => {
    const read = readSecrets('HOOK', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    if (!read.ok) throw new Error(read.failure);
    const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signatureHeaders(signed, read.value)).toMatchObject({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      'idempotency-key': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    });
  });
});

describe('the address of a webhook', () => {
  test.each([
    ['https://hooks.example/in', true],
    ['https://hooks.example:8443/in?team=db', true],
    ['http://127.0.0.1:8080/in', false],
    ['http://localhost/in', false],
    ['http://[::1]:9/in', false],
  ])('may be %s (in production: %s)', (url, production) => {
    expect(readWebhookUrl(url, production).ok).toBe(true);
  });

  test.each([
    ['no address at all', 'hooks.example/in', false],
    ['plain http elsewhere', 'http://hooks.example/in', false],
    ['plain http here, in production', 'http://127.0.0.1/in', true],
    ['a name that only begins like this machine', 'http://localhost.hooks.example/in', false],
    ['a file', 'file:///etc/passwd', false],
    ['data', 'data:text/plain,hello', false],
    ['another protocol', 'ftp://hooks.example/in', false],
    ['a script', 'javascript:alert(1)', false],
    ['a password in it', 'https://user:word@hooks.example/in', false],
  ])('may not be %s', (_what, url, production) => {
    expect(readWebhookUrl(url, production).ok).toBe(false);
  });
});
