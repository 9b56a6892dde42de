/**
 * Who counts as a client on this machine, while no app id is configured and no token can be checked. A loopback
 * address alone is not proof: a tunnel, a proxy or a web page that plays with names also arrives from there.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { HttpFault } from '../http/http-fault.ts';

const forwardedBy = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** @throws HttpFault 403 for a request that did not come from a client on this machine. */
export function requireLocalClient(request: IncomingMessage): void {
  const local =
    isLoopbackHost(request.socket.remoteAddress ?? '') &&
    isLoopbackHost(hostOf(request)) &&
    forwardedBy.every((header) => request.headers[header] === undefined);
  if (local) return;
  throw new HttpFault(
    403,
    'LocalClientsOnly',
    'Without MICROSOFT_APP_ID this desk answers clients on its own machine only, and not through a proxy or tunnel.',
    { hangUp: true },
  );
}

/** Whether a host name or address means this machine. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  const v4 = name.replace(/^::ffff:/, '');
  return isIP(v4) === 4 && v4.startsWith('127.');
}

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '');
