/** A deep copy as JSON would bring it back: what is no data falls away here and not later, on the disk. */
export function jsonCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
