/**
 * A small picture of coloured rectangles as a PNG in a data URI. Adaptive Cards take PNG, JPEG and GIF as an image,
 * not SVG; a palette of a few colours packs into some hundred characters, which no true-colour encoder reaches and
 * which a card of 28 KB can hold. No letters: words belong into the card, where they are translated and read aloud.
 */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

export interface Canvas {
  /** Fills from `left` to `right` and from `top` to `bottom`, in pixels, the second of each left out; clipped. */
  fill(colour: Colour, left: number, top: number, right: number, bottom: number): void;
  /** `data:image/png;base64,…`. */
  toDataUri(): string;
}

const CLEAR: Colour = [0, 0, 0, 0];
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTED = 3;
const BITS = 8;
const FROM_ABOVE = 2;

/** A transparent canvas, so that it stands on a light and a dark theme alike. It takes at most 255 colours. */
export function createCanvas(width: number, height: number): Canvas {
  const palette: Colour[] = [CLEAR];
  const rows = Array.from({ length: height }, () => new Uint8Array(width));
  const indexOf = (colour: Colour): number => {
    const known = palette.findIndex((one) => one.every((part, index) => part === colour[index]));
    return known >= 0 ? known : palette.push(colour) - 1;
  };
  return {
    fill: (colour, left, top, right, bottom) => {
      const index = indexOf(colour);
      for (const row of rows.slice(within(top, height), within(bottom, height))) {
        row.fill(index, within(left, width), within(right, width));
      }
    },
    toDataUri: () => `data:image/png;base64,${pngOf(width, height, palette, rows).toString('base64')}`,
  };
}

const within = (at: number, most: number): number => Math.min(most, Math.max(0, Math.round(at)));

function pngOf(width: number, height: number, palette: readonly Colour[], rows: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, PALETTED, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)));
  const opacities = Buffer.from(palette.map(([, , , opacity]) => opacity));
  const pixels = deflateSync(Buffer.concat(rows.map(filtered)), { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('tRNS', opacities),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The row behind its filter's number: what differs from the row above, so that equal rows are nothing but zeros. */
function filtered(row: Uint8Array, index: number, rows: readonly Uint8Array[]): Buffer {
  const above = rows[index - 1];
  const line = Buffer.alloc(row.length + 1);
  line[0] = FROM_ABOVE;
  if (above !== undefined && Buffer.compare(row, above) === 0) return line;
  for (let column = 0; column < row.length; column += 1) line[column + 1] = (row[column] ?? 0) - (above?.[column] ?? 0);
  return line;
}

/** Length, name, content, and the checksum of name and content. */
function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
