/** Reads a palette picture back by the PNG specification, apart from the code that wrote it. */
import { crc32, inflateSync } from 'node:zlib';
import type { Colour } from '../../../cards/picture/canvas.ts';

/** The picture's rows of colours. Throws where a checksum or the form is wrong. */
export function pixelsOf(dataUri: string): Colour[][] {
  const bytes = Buffer.from(dataUri.replace(/^data:image\/png;base64,/, ''), 'base64');
  const chunks = chunksOf(bytes);
  const [header, palette, opacity, data] = ['IHDR', 'PLTE', 'tRNS', 'IDAT'].map(
    (name) => chunks.get(name) ?? Buffer.of(),
  );
  const width = header?.readUInt32BE(0) ?? 0;
  const rows: number[][] = [];
  const raw = inflateSync(data ?? Buffer.of());
  for (let offset = 0; offset < raw.length; offset += width + 1) {
    const filter = raw[offset];
    if (filter !== 2) throw new Error(`filter ${filter}`);
    const above = rows.at(-1);
    rows.push([...raw.subarray(offset + 1, offset + 1 + width)].map((byte, x) => (byte + (above?.[x] ?? 0)) % 256));
  }
  const colourOf = (index: number): Colour => {
    const [red = -1, green = -1, blue = -1] = palette?.subarray(index * 3, index * 3 + 3) ?? [];
    return [red, green, blue, opacity?.[index] ?? 255];
  };
  if (rows.length !== header?.readUInt32BE(4)) throw new Error('another height than the header says');
  return rows.map((row) => row.map(colourOf));
}

function chunksOf(bytes: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let offset = 8; offset < bytes.length; ) {
    const length = bytes.readUInt32BE(offset);
    const named = bytes.subarray(offset + 4, offset + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(offset + 8 + length)) throw new Error('a checksum is wrong');
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    offset += length + 12;
  }
  return chunks;
}
