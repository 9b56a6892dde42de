/** The codes among facts that nothing vouches for: whatever is no list of text is no codes. */
export const codesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
