import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJsonBody } from '../../../bot/http/json-body.ts';

const json = { 'content-type': 'application/json' };

/** A request whose body arrives in these pieces. */
function requestOf(pieces: readonly (string | Uint8Array)[], headers: Record<string, string> = json): IncomingMessage {
  const stream = new PassThrough();
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return Object.assign(stream, { headers }) as unknown as IncomingMessage;
}

describe('a JSON body', () => {
  test('is read whole, wherever its pieces were cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 1, max: 9 }), async (value, size) => {
        const bytes = Buffer.from(JSON.stringify(value));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect(await readJsonBody(requestOf(pieces), 1_000_000)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each<[string, IncomingMessage, number, string]>([
    ['no JSON', requestOf(['{"a":']), 400, 'InvalidJson'],
    ['nothing', requestOf([]), 400, 'InvalidJson'],
    ['bytes that are no UTF-8', requestOf([Uint8Array.of(0x22, 0xff, 0x22)]), 400, 'InvalidJson'],
    ['more than announced', requestOf(['"', 'x'.repeat(200), '"']), 413, 'PayloadTooLarge'],
    ['too much, as announced', requestOf(['1'], { ...json, 'content-length': '101' }), 413, 'PayloadTooLarge'],
    [
      'a form',
      requestOf(['a=1'], { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UnsupportedMediaType',
    ],
    ['text', requestOf(['1'], { 'content-type': 'text/plain' }), 415, 'UnsupportedMediaType'],
    ['no type', requestOf(['1'], {}), 415, 'UnsupportedMediaType'],
    ['a packed body', requestOf(['1'], { ...json, 'content-encoding': 'gzip' }), 415, 'UnsupportedMediaType'],
  ])('with %s is refused', async (_title, request, statusCode, code) => {
    await expect(readJsonBody(request, 100)).rejects.toMatchObject({ statusCode, code });
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/activity+json'])(
    'of type %s is JSON',
    async (type) => {
      expect(await readJsonBody(requestOf(['[1]'], { 'content-type': type }), 100)).toEqual([1]);
    },
  );
});
