import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-fault.ts';

/**
 * Reads the body of a request as JSON.
 * @param maxBytes more is refused before it is read, whether announced or not
 * @throws HttpFault 415 for anything but plain JSON, 413 for too much, 400 for what is no JSON or ends early.
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  requireJson(request);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'InvalidJson', 'The body is not valid JSON.');
  }
}

/** A browser sends no `application/json` to a foreign site without asking first, so this also keeps pages away. */
function requireJson(request: IncomingMessage): void {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (!/^application\/(json|[\w.-]+\+json)$/i.test(type.trim())) {
    throw new HttpFault(415, 'UnsupportedMediaType', 'Send the body as application/json.', { hangUp: true });
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new HttpFault(415, 'UnsupportedMediaType', 'Send the body without a content encoding.', { hangUp: true });
  }
}

async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      read += chunk.length;
      if (read > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpFault) throw error;
    throw new HttpFault(400, 'BodyCutShort', 'The body ended before it was complete.', { hangUp: true });
  }
  return utf8(Buffer.concat(chunks));
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpFault(400, 'InvalidJson', 'The body is not valid UTF-8.');
  }
}

const tooLarge = (maxBytes: number): HttpFault =>
  new HttpFault(413, 'PayloadTooLarge', `The body is larger than ${maxBytes} bytes.`, { hangUp: true });
