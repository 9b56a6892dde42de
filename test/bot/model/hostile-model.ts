/** A service that speaks the OpenAI chat API and answers as a test tells it to: a real server on this machine. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileModel {
  readonly url: string;
  /** What was sent to it. */
  readonly asked: Record<string, unknown>[];
  /** How the next calls are answered. */
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
}

export const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

/** The model calls a tool; arguments as an object, or as text where they are no JSON. */
export const calling = (name: string, args: unknown) =>
  json({
    id: 'x',
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        finish_reason: 'tool_calls',
        message: {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: 'c',
              type: 'function',
              function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
            },
          ],
        },
      },
    ],
  });

export async function startHostileModel(): Promise<HostileModel> {
  const asked: Record<string, unknown>[] = [];
  const model = {
    url: '',
    asked,
    answer: json({ choices: [] }) as (response: ServerResponse) => void,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      model.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return model;
}
