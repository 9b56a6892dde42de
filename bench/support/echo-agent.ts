/**
 * The least that a bot on the successor SDK can do: it says back what it heard. Prints the port that it listens on and
 * ends with its standard input.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter } from '@microsoft/agents-hosting';

type AdapterResponse = Parameters<CloudAdapter['process']>[1];

const adapter = new CloudAdapter();

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const heard = Object.assign(request, { body, user: { aud: 'echo' } });
  await adapter.process(heard as Parameters<CloudAdapter['process']>[0], answerable(response), async (context) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
  });
}

/** The adapter speaks to an Express response; this is as much of one as it uses. */
function answerable(response: ServerResponse): AdapterResponse {
  const express = Object.assign(response, {
    status: (code: number) => {
      response.statusCode = code;
      return express;
    },
    send: (content: unknown) => {
      response.end(typeof content === 'string' ? content : JSON.stringify(content));
      return express;
    },
  });
  return express as unknown as AdapterResponse;
}

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listens on 127.0.0.1:${(server.address() as AddressInfo).port}`));
process.stdin.on('end', () => process.exit()).resume();
