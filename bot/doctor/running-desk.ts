import { z } from 'zod';

const answersWithinMs = 2000;
const Health = z.object({ status: z.literal('alive') });

/** Whether what listens on this port of this machine is a desk. */
export async function isDeskRunning(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(answersWithinMs);
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal, redirect: 'error' });
    return Health.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}
