/** `npm run doctor`: prints what was found, a line each; exits with 1 when something is broken. */
import { examine } from '../doctor/doctor.ts';

const marks = { good: 'ok  ', note: 'note', broken: 'FAIL' } as const;
const findings = await examine(process.env);

for (const { what, state, detail, mend } of findings) {
  console.log(`${marks[state]}  ${what}: ${detail}`);
  if (mend !== undefined) console.log(`      ${mend}`);
}
if (findings.some(({ state }) => state === 'broken')) process.exitCode = 1;
