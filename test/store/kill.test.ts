import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { StoreFault } from '../../src/store/fault.ts';
import { size } from '../support/sizes.ts';
import { inTemporaryDirectory, opened } from './temporary.ts';
import { type Testimony, Witness } from './witness.ts';

const writer = join(import.meta.dirname, 'writer.ts');
/** How many lines a writer may say before it dies, at least a few: however slow the machine, it has saved something. */
const fewestLines = 6;
const mostLines = 150;

/** From the last line that was waited for until it dies: about as long as a save takes. */
const longestEndMs = 5;

/** About what a writer needs from its start to its first line. */
const birthMs = 200;

/** What a writer said before it was killed at a random instant, while it opens the store or after its first line. */
async function lastWords(directory: string, killed: 'opening' | 'saving'): Promise<Testimony[]> {
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = text(child.stdout);
  if (killed === 'saving') await linesOf(child.stdout, fewestLines + Math.random() * (mostLines - fewestLines));
  await pause(Math.random() * (killed === 'saving' ? longestEndMs : birthMs));
  child.kill('SIGKILL');
  const [[, signal]] = await Promise.all([once(child, 'close'), said]);
  expect(signal).toBe('SIGKILL');
  return wholeLines(await said).map((line): Testimony => JSON.parse(line));
}

/** Resolves when so many lines have come. */
function linesOf(stream: Readable, count: number): Promise<void> {
  let lines = 0;
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer | string) => {
      lines += String(chunk).split('\n').length - 1;
      if (lines >= count) resolve();
    });
  });
}

const wholeLines = (all: string): string[] => all.split('\n').slice(0, -1);

test(`a writer that is killed ${size(20, 200)} times loses nothing that it was answered`, async () => {
  await inTemporaryDirectory(async (directory) => {
    const witness = new Witness();
    let answers = 0;
    for (let round = 0; round < size(20, 200); round += 1) {
      const words = await lastWords(directory, round % 5 === 4 ? 'opening' : 'saving');
      for (const one of words) witness.hear(one);
      answers += words.filter(({ what }) => what === 'save-answered').length;
      const faults: StoreFault[] = [];
      const store = await opened(directory, { report: (fault) => faults.push(fault) });
      await witness.check(store);
      await store.close();
      expect(faults).toEqual([]);
    }
    expect(answers).toBeGreaterThan(size(20, 200));
  });
});
