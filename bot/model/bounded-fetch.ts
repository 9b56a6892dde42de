/** A fetch that reads so many bytes of an answer and no more: whoever runs the model is not trusted with the memory. */

export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** @throws AnswerTooLong (as a rejection) when the body holds more than `most` bytes. */
export function boundedFetch(most: number, inner: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    if (response.body === null) return response;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > most) throw new AnswerTooLong(`more than ${most} bytes`);
      chunks.push(chunk);
    }
    const { status, statusText, headers } = response;
    return new Response(size === 0 ? null : Buffer.concat(chunks), { status, statusText, headers });
  };
}
