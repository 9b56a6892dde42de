/** A request that cannot be served, in words that the caller may read. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly statusCode: number;
  readonly code: string;
  /** The rest of the request is not read: the connection ends with the answer. */
  readonly hangUp: boolean;

  constructor(statusCode: number, code: string, message: string, options: { readonly hangUp?: boolean } = {}) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.hangUp = options.hangUp ?? false;
  }
}

/** What the outside sees of any error: that of a fault, a plain line for everything else. Never a stack. */
export function bodyOf(error: unknown): {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
} {
  if (error instanceof HttpFault) return { statusCode: error.statusCode, code: error.code, message: error.message };
  return { statusCode: 500, code: 'Internal', message: 'The desk failed on this request and has noted it.' };
}
