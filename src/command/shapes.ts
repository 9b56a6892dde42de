/** Small shapes that the contracts share. */
import { z } from 'zod';

export const Minutes = z.number().int().positive();
/** An instant with its offset, as it reads on the clock of the location that it belongs to. */
export const Instant = z.iso.datetime({ offset: true });
export const Codes = z.array(z.string());
