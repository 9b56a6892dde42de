import type { Citation } from './answer.ts';

/** Citations of one edition, each section once, in the order given; sections that an edition lacks are left out. */
export function dedupeCitations(edition: string, sections: readonly (string | undefined)[]): Citation[] {
  const found = new Set(sections.filter((section) => section !== undefined));
  return [...found].map((section) => ({ edition, section }));
}
