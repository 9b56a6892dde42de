/**
 * Loaded into the playground's process before it starts. The playground listens on every interface and outlives whoever
 * started it; its page speaks for the sample administrator, so it must be reachable from this machine only and end
 * with the desk.
 */
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function onThisMachine(this: Server, ...words: unknown[]): Server {
  const callback = words.find((word) => typeof word === 'function');
  const [port] = words;
  return Reflect.apply(listen, this, typeof port === 'number' ? [{ port, host: '127.0.0.1' }, callback] : words);
};

process.stdin.on('end', () => process.exit()).resume();
