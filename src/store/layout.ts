/**
 * Where everything lies in the directory of a store:
 *
 *     store.json                                                   the format of this layout
 *     lock.<host>.<boot>.<pid>.<start>                             who has it open
 *     aside/<n>.json                                               files being written, not yet in their place
 *     outbox/<thousands>/<order>                                   aggregates with messages to send, oldest first
 *     data/<kind>/<tenant>/aggregates/<shard>/<id>.json            the aggregates
 *     data/<kind>/<tenant>/index/<field>/<shard>/<value>/<shard>/<id>   empty files: this value leads to this id
 */
import { join } from 'node:path';
import { directoryId } from '../directory-id.ts';
import { encodeName, shardOf } from './names.ts';
import type { AggregateKey } from './port.ts';

const extension = '.json';
const ordersPerDirectory = 1000;

export class Layout {
  readonly root: string;
  /** Holds one directory per kind. */
  readonly data: string;
  readonly storeFile: string;
  readonly aside: string;
  readonly outbox: string;

  constructor(root: string) {
    this.root = root;
    this.data = join(root, 'data');
    this.storeFile = join(root, 'store.json');
    this.aside = join(root, 'aside');
    this.outbox = join(root, 'outbox');
  }

  /** The directory with one directory per tenant that has, or once was about to have, an aggregate of the kind. */
  tenants(kind: string): string {
    return join(this.data, encodeName(kind));
  }

  /** What a tenant has of the kind; one directory, however its id is written. */
  tenant(tenant: string, kind: string): string {
    return join(this.tenants(kind), encodeName(directoryId(tenant)));
  }

  aggregates(tenant: string, kind: string): string {
    return join(this.tenant(tenant, kind), 'aggregates');
  }

  aggregate(key: AggregateKey): string {
    const [shard, name] = leaf(key.id);
    return join(this.aggregates(key.tenant, key.kind), shard, aggregateFile(name));
  }

  index(tenant: string, kind: string, field: string, value: string): string {
    return join(this.tenant(tenant, kind), 'index', encodeName(field), ...leaf(value));
  }

  marker(key: AggregateKey, field: string, value: string): string {
    return join(this.index(key.tenant, key.kind, field, value), ...leaf(key.id));
  }

  outboxMarker(order: number): string {
    return join(this.outbox, padded(Math.floor(order / ordersPerDirectory)), padded(order));
  }

  asideFile(number: number): string {
    return join(this.aside, `${number}${extension}`);
  }
}

/** The place of an id below its directory: its shard and its name. The order of places is the order of paging. */
export function leaf(id: string): readonly [shard: string, name: string] {
  return [shardOf(id), encodeName(id)];
}

/** The file of the aggregate whose id has this name. */
export const aggregateFile = (name: string): string => `${name}${extension}`;

/** The name that the file of an aggregate was made from; undefined for any other file. */
export function aggregateName(file: string): string | undefined {
  return file.endsWith(extension) ? file.slice(0, -extension.length) : undefined;
}

/** Whether a file in the directory aside is the store's own: only those may be cleared away. */
export const isAsideFile = (file: string): boolean => /^\d+\.json$/.test(file);

/** The order that the name of an outbox marker holds; undefined for any other file. */
export function outboxOrder(file: string): number | undefined {
  return /^\d{16}$/.test(file) ? Number(file) : undefined;
}

/** Digits enough for every safe integer, so that names sort as their numbers do. */
const padded = (number: number): string => String(number).padStart(16, '0');
