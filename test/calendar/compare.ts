/**
 * Compares the arithmetic with the reference on random cases in a process of its own, whose time zone is given by TZ:
 *   TZ=Asia/Kathmandu node test/calendar/compare.ts CASES SEED
 * Prints one line of JSON: the zone of the process, how many cases were compared, how many with a due instant, and the first that differ.
 */
import {
  addWorkingTime,
  type BusinessCalendar,
  createBusinessCalendar,
  isOpen,
  nextOpening,
  workingTimeBetween,
} from '../../src/calendar/business-calendar.ts';
import { type Question, type RandomCalendar, randomCalendar, randomFrom, randomQuestion } from './random-case.ts';
import { Reference } from './reference.ts';

/** Questions per calendar: painting its minutes costs more than asking about them. */
const QUESTIONS = 40;
const DAYS_BEFORE = 6;
const DAYS_AFTER = 14;

function prepared(spec: RandomCalendar): BusinessCalendar {
  const made = createBusinessCalendar(spec);
  if (!made.ok) throw new Error(`a random calendar was refused: ${JSON.stringify(made.failure)}`);
  return made.value;
}

type Compared = readonly [what: string, expected: unknown, found: unknown];

/** What the reference knows, beside what the arithmetic says. Beyond its painted days the reference has no answer. */
function answersOf(calendar: BusinessCalendar, reference: Reference, question: Question): readonly Compared[] {
  const { from, to, duration } = question;
  const due = addWorkingTime(calendar, from, duration);
  const opens = nextOpening(calendar, from);
  const answers: readonly Compared[] = [
    ['between', reference.between(from, to), workingTimeBetween(calendar, from, to)],
    ['open', reference.isOpen(from), isOpen(calendar, from)],
    ['due', reference.add(from, duration), due.ok ? due.value : due.failure],
    ['opening', reference.nextOpening(from), opens.ok ? opens.value : opens.failure],
  ];
  return answers.filter(([, expected]) => expected !== undefined);
}

const [cases, seed] = process.argv.slice(2).map(Number);
if (cases === undefined || seed === undefined) throw new Error('usage: compare.ts CASES SEED');
const random = randomFrom(seed);
const failures: unknown[] = [];
let compared = 0;
let dues = 0;
while (compared < cases) {
  const spec = randomCalendar(random);
  const calendar = prepared(spec);
  const reference = new Reference(spec, spec.around, DAYS_BEFORE, DAYS_AFTER);
  for (let index = 0; index < QUESTIONS && compared < cases; index += 1) {
    const question = randomQuestion(spec.around, random);
    const answers = answersOf(calendar, reference, question);
    const wrong = answers.filter(([, expected, found]) => expected !== found);
    if (wrong.length > 0 && failures.length < 3) failures.push({ spec, question, wrong });
    if (answers.some(([what]) => what === 'due')) dues += 1;
    compared += 1;
  }
}
process.stdout.write(`${JSON.stringify({ zone: process.env.TZ, compared, dues, failures })}\n`);
