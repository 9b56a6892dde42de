/** A receiver of webhooks on this machine: it notes what arrives and answers as it is told. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrived {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Reply = (response: ServerResponse) => void;

export interface Receiver {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Replies to the next requests, in order; afterwards everything is accepted. */
  readonly replies: Reply[];
  close(): Promise<void>;
}

export const status =
  (code: number, headers: Record<string, string> = {}, text = ''): Reply =>
  (response) => {
    if (response.destroyed) return;
    response.writeHead(code, headers);
    response.end(text);
  };

export async function openReceiver(): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const replies: Reply[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      (replies.shift() ?? status(204))(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, arrived, replies, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
