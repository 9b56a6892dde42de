/** The colours of pictures: each strong enough to be told on white and on near black. */
import type { Colour } from './canvas.ts';

/** What a colour means, as Teams' own elements name it. */
export type Meaning = 'Good' | 'Accent' | 'Warning' | 'Attention' | 'Neutral';

export const colours: Readonly<Record<Meaning, Colour>> = {
  Good: [0x2e, 0x8b, 0x57, 255],
  Accent: [0x62, 0x64, 0xc7, 255],
  Warning: [0xe0, 0x93, 0x1a, 255],
  Attention: [0xc4, 0x31, 0x4b, 255],
  Neutral: [0x8a, 0x88, 0x86, 255],
};

/** What a bar runs along. */
export const track: Colour = [0x8a, 0x88, 0x86, 0x50];
/** The hours in which a clock runs, behind the bars. */
export const shade: Colour = [0x62, 0x64, 0xc7, 0x30];
export const now: Colour = [0x8a, 0x88, 0x86, 255];
