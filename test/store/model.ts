/** A store as simple as can be, and a property: a real one answers the same, whatever is asked of it. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { AggregateKey, Message, PendingMessage, Save, Store } from '../../src/store/port.ts';
import type { EngineUnderTest } from './contract.ts';
import { everyPage } from './samples.ts';

interface Kept {
  readonly key: AggregateKey;
  version: number;
  state: unknown;
  index: Readonly<Record<string, string>>;
  readonly results: Map<string, unknown>;
}

interface Model {
  readonly kept: Map<string, Kept>;
  waiting: { readonly source: AggregateKey; readonly message: Message }[];
}

interface Real {
  readonly engine: EngineUnderTest;
  store: Store;
}

type Step = fc.AsyncCommand<Model, Real>;

const nameOf = (key: AggregateKey): string => JSON.stringify([key.tenant, key.kind, key.id]);

class SaveStep implements Step {
  readonly change: Omit<Save, 'expected'>;
  /** Added to the version that stands. */
  readonly off: number;

  constructor(change: Omit<Save, 'expected'>, off: number) {
    this.change = change;
    this.off = off;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const stands = model.kept.get(nameOf(this.change.key))?.version ?? 0;
    const expected = stands + this.off;
    const outcome = await real.store.save({ ...this.change, expected });
    expect(outcome).toEqual(this.#inModel(model, stands, expected));
  }

  toString = () => `save(${JSON.stringify(this.change)}, off by ${this.off})`;

  #inModel(model: Model, stands: number, expected: number): unknown {
    const { key, state, index = {}, messages = [], command } = this.change;
    const kept = model.kept.get(nameOf(key));
    if (command && kept?.results.has(command.id)) return { kind: 'repeated', result: kept.results.get(command.id) };
    if (expected !== stands) return { kind: 'conflict', version: stands };
    const results = kept?.results ?? new Map();
    if (command) results.set(command.id, command.result);
    model.kept.set(nameOf(key), { key, version: stands + 1, state, index, results });
    for (const message of messages) this.#enqueue(model, message);
    return { kind: 'saved', version: stands + 1 };
  }

  #enqueue(model: Model, message: Message): void {
    const own = nameOf(this.change.key);
    if (model.waiting.some((one) => nameOf(one.source) === own && one.message.key === message.key)) return;
    model.waiting.push({ source: this.change.key, message });
  }
}

class LoadStep implements Step {
  readonly key: AggregateKey;
  readonly command: string;

  constructor(key: AggregateKey, command: string) {
    this.key = key;
    this.command = command;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const kept = model.kept.get(nameOf(this.key));
    const stored = kept && { version: kept.version, state: kept.state, index: kept.index };
    expect(await real.store.load(this.key)).toEqual(stored);
    const result = kept?.results.has(this.command) ? { result: kept.results.get(this.command) } : undefined;
    expect(await real.store.resultOf(this.key, this.command)).toEqual(result);
  }

  toString = () => `load(${JSON.stringify(this.key)}, ${JSON.stringify(this.command)})`;
}

class ListStep implements Step {
  readonly of: Pick<AggregateKey, 'tenant' | 'kind'>;
  readonly where: { readonly field: string; readonly value: string } | undefined;
  readonly limit: number;

  constructor(of: AggregateKey, where: ListStep['where'], limit: number) {
    this.of = { tenant: of.tenant, kind: of.kind };
    this.where = where;
    this.limit = limit;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const { tenant, kind } = this.of;
    const options = { limit: this.limit, ...(this.where ? { where: this.where } : {}) };
    const items = await everyPage(real.store, tenant, kind, options);
    const expected = [...model.kept.values()]
      .filter(({ key }) => key.tenant === tenant && key.kind === kind)
      .filter(({ index }) => !this.where || index[this.where.field] === this.where.value)
      .map(({ key, version, state, index }) => ({ id: key.id, version, state, index }));
    expect(items).toHaveLength(expected.length);
    expect(items).toEqual(expect.arrayContaining(expected));
    const tenants = [...model.kept.values()].filter(({ key }) => key.kind === kind).map(({ key }) => key.tenant);
    expect(await real.store.tenants(kind)).toEqual([...new Set(tenants)].sort());
  }

  toString = () => `list(${JSON.stringify(this.of)}, ${JSON.stringify(this.where)}, pages of ${this.limit})`;
}

class SendStep implements Step {
  readonly limit: number;
  /** Which of the pending ones are sent. */
  readonly chosen: readonly number[];

  constructor(limit: number, chosen: readonly number[]) {
    this.limit = limit;
    this.chosen = chosen;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const pending = await real.store.pending(this.limit);
    expect(pending).toEqual(model.waiting.slice(0, this.limit).map(pendingOf));
    for (const one of this.chosen.flatMap((n) => pending[n] ?? [])) {
      await real.store.sent(one);
      model.waiting = model.waiting.filter(
        ({ source, message }) => nameOf(source) !== nameOf(one.source) || message.key !== one.key,
      );
    }
  }

  toString = () => `send(${JSON.stringify(this.chosen)} of ${this.limit})`;
}

class ReopenStep implements Step {
  check = () => true;

  async run(_: Model, real: Real): Promise<void> {
    real.store = await real.engine.reopen();
  }

  toString = () => 'reopen()';
}

const pendingOf = ({ source, message }: Model['waiting'][number]): PendingMessage => ({
  ...message,
  tenant: source.tenant,
  source,
});

/** Few enough names that steps meet on them, and odd ones among them. */
const name = fc.oneof(fc.constantFrom('a', 'A', 'b', 'é', '..', ''), {
  arbitrary: fc.string({ unit: 'binary', maxLength: 3 }),
  weight: 1,
});
const key = fc.record({
  tenant: fc.constantFrom('nordlys', 'Nordlys'),
  kind: fc.constantFrom('incident', 'ledger'),
  id: name,
});
const field = fc.constantFrom('state', 'owner');
const value = fc.constantFrom('open', 'closed', 'Open', 'a/b');
const index = fc.dictionary(field, value, { maxKeys: 2, noNullPrototype: true });
const message = fc.record({ key: fc.constantFrom('m1', 'm2', 'm3', 'M1'), topic: name, body: fc.jsonValue() });
/** What JSON can carry, -0 being 0. */
const state = fc.jsonValue().map((data): unknown => JSON.parse(JSON.stringify(data)));

const change = fc.record(
  {
    key,
    state,
    index,
    messages: fc.array(message, { maxLength: 3 }),
    command: fc.record({ id: fc.constantFrom('c1', 'c2', 'c3', ''), result: state }),
  },
  { requiredKeys: ['key', 'state'], noNullPrototype: true },
);

const steps = fc.commands(
  [
    fc
      .tuple(
        change,
        fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.integer({ min: -2, max: 2 }), weight: 1 }),
      )
      .map(([given, off]) => new SaveStep(given, off)),
    fc.tuple(key, fc.constantFrom('c1', 'c2', '')).map(([at, command]) => new LoadStep(at, command)),
    fc
      .tuple(key, fc.option(fc.record({ field, value }), { nil: undefined }), fc.integer({ min: 1, max: 4 }))
      .map(([of, where, limit]) => new ListStep(of, where, limit)),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 3 }))
      .map(([limit, chosen]) => new SendStep(limit, chosen)),
    fc.constant(new ReopenStep()),
  ],
  { size: '+1' },
);

/** Runs random steps against a fresh engine and the model side by side. */
export async function modelProperty(open: () => Promise<EngineUnderTest>, runs: number): Promise<void> {
  const property = fc.asyncProperty(steps, async (given) => {
    const engine = await open();
    try {
      const setup = () => ({ model: { kept: new Map(), waiting: [] }, real: { engine, store: engine.store } });
      await fc.asyncModelRun(setup, given);
    } finally {
      await engine.dispose();
    }
  });
  await fc.assert(property, { numRuns: runs });
}
