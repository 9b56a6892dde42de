/**
 * A disk in memory that knows what has been flushed. After a power cut it holds what was flushed and, of all that was
 * not, whatever the given choice keeps: each file's content and each entry of a directory on its own.
 */
import type { FileSystem, OpenFile } from '../../src/store/file-system.ts';

interface File {
  readonly kind: 'file';
  text: string;
  flushed: string;
}

interface Directory {
  readonly kind: 'directory';
  entries: Map<string, Node>;
  flushed: Map<string, Node>;
}

type Node = File | Directory;

const directory = (entries = new Map<string, Node>()): Directory => ({
  kind: 'directory',
  entries,
  flushed: new Map(entries),
});

const refusal = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

export class VolatileDisk implements FileSystem {
  #root = directory();

  /** `keep` is asked about each change that was not flushed: does it reach the disk all the same? */
  cutPower(keep: () => boolean): void {
    this.#root = surviving(this.#root, keep);
  }

  async open(path: string, flags: 'r' | 'w' | 'wx'): Promise<OpenFile> {
    const node = this.#find(path);
    if (flags === 'r') return handleOf(node ?? missing(path));
    if (node?.kind === 'directory') throw refusal('EISDIR', path);
    if (node && flags === 'wx') throw refusal('EEXIST', path);
    const file: File = node ?? { kind: 'file', text: '', flushed: '' };
    file.text = '';
    this.#parent(path).entries.set(nameIn(path), file);
    return handleOf(file);
  }

  async readFile(path: string): Promise<string> {
    const node = this.#find(path) ?? missing(path);
    if (node.kind === 'directory') throw refusal('EISDIR', path);
    return node.text;
  }

  async readdir(path: string): Promise<string[]> {
    const node = this.#find(path) ?? missing(path);
    if (node.kind === 'file') throw refusal('ENOTDIR', path);
    return [...node.entries.keys()];
  }

  async mkdir(path: string): Promise<void> {
    if (this.#find(path)) throw refusal('EEXIST', path);
    this.#parent(path).entries.set(nameIn(path), directory());
  }

  async rename(from: string, to: string): Promise<void> {
    const node = this.#find(from) ?? missing(from);
    this.#parent(to).entries.set(nameIn(to), node);
    this.#parent(from).entries.delete(nameIn(from));
  }

  async unlink(path: string): Promise<void> {
    if (!this.#parent(path).entries.delete(nameIn(path))) missing(path);
  }

  async rmdir(path: string): Promise<void> {
    const node = this.#find(path) ?? missing(path);
    if (node.kind === 'file') throw refusal('ENOTDIR', path);
    if (node.entries.size > 0) throw refusal('ENOTEMPTY', path);
    this.#parent(path).entries.delete(nameIn(path));
  }

  #find(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of namesOf(path)) node = node?.kind === 'directory' ? node.entries.get(name) : undefined;
    return node;
  }

  #parent(path: string): Directory {
    let node: Node | undefined = this.#root;
    for (const name of namesOf(path).slice(0, -1))
      node = node?.kind === 'directory' ? node.entries.get(name) : undefined;
    if (!node) return missing(path);
    if (node.kind === 'file') throw refusal('ENOTDIR', path);
    return node;
  }
}

function handleOf(node: Node): OpenFile {
  return {
    writeFile: async (text) => {
      if (node.kind === 'file') node.text += text;
    },
    sync: async () => {
      if (node.kind === 'file') node.flushed = node.text;
      else node.flushed = new Map(node.entries);
    },
    close: async () => {},
  };
}

function surviving(before: Directory, keep: () => boolean): Directory {
  const names = new Set([...before.flushed.keys(), ...before.entries.keys()]);
  const entries = new Map<string, Node>();
  for (const name of names) {
    const [old, young] = [before.flushed.get(name), before.entries.get(name)];
    const node = old === young || !keep() ? old : young;
    if (node) entries.set(name, node.kind === 'directory' ? surviving(node, keep) : survivingFile(node, keep));
  }
  return directory(entries);
}

function survivingFile(before: File, keep: () => boolean): File {
  const text = before.text === before.flushed || !keep() ? before.flushed : before.text;
  return { kind: 'file', text, flushed: text };
}

const namesOf = (path: string): string[] => path.split(/[\\/]/).filter((name) => name !== '');
const nameIn = (path: string): string => namesOf(path).at(-1) ?? '';
const missing = (path: string): never => {
  throw refusal('ENOENT', path);
};
