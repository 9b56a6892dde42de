/** Plain text put together from lines. */

/** A sentence for each part that is there, one after the other; a mark that is wide needs no blank. */
export const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .replaceAll(/([。！？；：]) /gu, '$1');

/** The line with a full stop, in the manner of its script; nothing stays nothing. */
export function ended(line: string | undefined): string {
  if (line === undefined || line === '') return '';
  if (/[.!?。！？]$/u.test(line)) return line;
  return `${line}${/[\p{Script=Han}，；：]/u.test(line) ? '。' : '.'}`;
}

/** The line as one of its own begins, with a capital where its script has them. */
export const begun = (line: string, language: string): string =>
  line.charAt(0).toLocaleUpperCase(language) + line.slice(1);
