import { describe, expect, test } from '@jest/globals';
import { sendFailure } from '../../../bot/teams/send-failure.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

/** The error of the connector's HTTP pipeline, as far as it is looked at. */
function restError(statusCode: number | undefined, headers: Record<string, string> = {}, code = 'Code'): Error {
  const response = { headers: { get: (name: string) => headers[name] } };
  return Object.assign(new Error('as told'), { name: 'RestError', code, statusCode, response });
}

describe('what went wrong in sending', () => {
  test.each<[number, string]>([
    [400, 'permanent'],
    [401, 'auth'],
    [403, 'permanent'],
    [404, 'permanent'],
    [408, 'maybe-delivered'],
    [412, 'transient'],
    [413, 'permanent'],
    [429, 'throttled'],
    [500, 'maybe-delivered'],
    [502, 'transient'],
    [503, 'maybe-delivered'],
    [504, 'maybe-delivered'],
  ])('status %i is %s', (status, kind) => {
    expect(sendFailure(restError(status))).toMatchObject({ kind });
  });

  test.each<[string, number | undefined]>([
    ['7', 7000],
    ['0', 0],
    ['Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('Retry-After %j means %s ms', (header, retryAfterMs) => {
    const failure = sendFailure(restError(429, { 'retry-after': header }), now);
    expect(failure).toEqual({
      kind: 'throttled',
      detail: '429 Code as told',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  });

  test.each<[string, string]>([
    ['ECONNREFUSED', 'transient'],
    ['ENOTFOUND', 'transient'],
    ['EAI_AGAIN', 'transient'],
    ['ECONNRESET', 'maybe-delivered'],
    ['EPIPE', 'maybe-delivered'],
    ['ETIMEDOUT', 'maybe-delivered'],
  ])('no answer because of %s is %s', (code, kind) => {
    expect(sendFailure(restError(undefined, {}, code))).toMatchObject({ kind });
  });

  test.each<[unknown, string]>([
    [Object.assign(new Error('aborted'), { name: 'AbortError' }), 'maybe-delivered'],
    [Object.assign(new Error('no'), { errorCode: 'invalid_client' }), 'auth'],
    [Object.assign(new Error('no'), { errorCode: 'network_error' }), 'transient'],
    [new TypeError('a bug'), 'permanent'],
    ['thrown text', 'permanent'],
    [undefined, 'permanent'],
    [null, 'permanent'],
  ])('%p is %s', (failure, kind) => {
    expect(sendFailure(failure)).toMatchObject({ kind, detail: expect.any(String) });
  });
});
