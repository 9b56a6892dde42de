import { describe, expect, test } from '@jest/globals';
import { type Envelope, readEnvelope, writeEnvelope } from '../../src/store/envelope.ts';
import type { Migration } from '../../src/store/migrations.ts';
import { incident } from './samples.ts';

const envelope: Envelope = {
  key: incident('K7'),
  version: 3,
  state: { summary: 'SQL is down' },
  index: { state: 'open' },
  commands: [{ id: 'c1', result: { text: 'done' } }],
  messages: [{ key: 'm1', topic: 'card', body: { to: 'Maja' }, order: 12 }],
};

const text = writeEnvelope(envelope);

/** The text with some of its fields replaced. */
const altered = (fields: Record<string, unknown>): string => JSON.stringify({ ...JSON.parse(text), ...fields });

test('what was written reads back', () => {
  expect(readEnvelope(text, 'f')).toEqual({ ok: true, value: envelope });
});

test('the text names its format', () => {
  expect(JSON.parse(text)).toMatchObject({ format: 'aggregate/1' });
});

describe('a text that is none of ours', () => {
  const whole = Array.from({ length: text.trimEnd().length }, (_, n) => n);

  test('cut short anywhere, it is damaged', () => {
    for (const length of whole) {
      expect(readEnvelope(text.slice(0, length), 'f')).toMatchObject({ ok: false, failure: { code: 'damaged' } });
    }
  });

  test.each([
    ['empty', '', 'damaged'],
    ['zeros, as some file systems leave after a power cut', '\0'.repeat(100), 'damaged'],
    ['a list', '[]', 'damaged'],
    ['null', 'null', 'damaged'],
    ['other JSON', '{"name":"package"}', 'foreign'],
    ['another format', '{"format":"work-order/1"}', 'foreign'],
    ['a format with no number', '{"format":"aggregate/x"}', 'foreign'],
    ['format zero', '{"format":"aggregate/0"}', 'foreign'],
    ['of a later release', '{"format":"aggregate/2"}', 'newer-format'],
    ['without a key', altered({ key: undefined }), 'damaged'],
    ['with version 0', altered({ version: 0 }), 'damaged'],
    ['with an index that is no text', altered({ index: { state: 1 } }), 'damaged'],
    ['with a message that has no order', altered({ messages: [{ key: 'm', topic: 't', body: 1 }] }), 'damaged'],
  ])('%s: the fault names the file and a way out', (_, content, code) => {
    const read = readEnvelope(content, '/data/k7.json');
    expect(read).toMatchObject({ ok: false, failure: { code, file: '/data/k7.json' } });
    expect(read.ok ? '' : read.failure.remedy).toMatch(/\w{3}/);
  });

  test('the fault says which field is wrong', () => {
    const read = readEnvelope(altered({ version: 'three' }), 'f');
    expect(read.ok ? '' : read.failure.problem).toMatch(/version: .*number/);
  });
});

describe('a text of an older release', () => {
  /** As if version had been called revision in the first format, and index had come with the third. */
  const steps: readonly Migration[] = [
    ({ revision, ...rest }) => ({ ...rest, version: revision }),
    (older) => ({ ...older, index: { raised: 'yes' } }),
  ];
  const { version, index, ...rest } = envelope;

  test.each([
    ['aggregate/1', { ...rest, revision: version }, { raised: 'yes' }],
    ['aggregate/2', { ...rest, version }, { raised: 'yes' }],
    ['aggregate/3', { ...rest, version, index }, index],
  ])('%s is raised by the steps that it has not seen', (format, content, expected) => {
    const read = readEnvelope(JSON.stringify({ format, ...content }), 'f', steps);
    expect(read).toEqual({ ok: true, value: { ...envelope, index: expected } });
  });

  test('is written in the newest format', () => {
    expect(JSON.parse(writeEnvelope(envelope, steps))).toMatchObject({ format: 'aggregate/3' });
  });

  test('of a later release than the steps reach is refused', () => {
    const read = readEnvelope(JSON.stringify({ format: 'aggregate/4', ...envelope }), 'f', steps);
    expect(read).toMatchObject({ ok: false, failure: { code: 'newer-format' } });
  });
});
