import { predecessorOf } from './predecessors.ts'
import type { Register, Succession } from './register.ts'
import { flawsOf, type RegisterFlaw, repeated, unknownOf } from './registerFlaw.ts'

/**
 * What does not fit of duties that moved: names that the register does not know, a period of another year, two predecessors of
 * one unit in one duty, a duty that its reporter does not have, and a circle, in which nobody would be the first.
 */
export function checkSuccessions(register: Register): readonly RegisterFlaw[] {
  const { succeeds = [] } = register
  const pairs = succeeds.map(({ subject, reporter }) => `${subject} ${reporter}`)
  return [...succeeds.flatMap((succession) => ofSuccession(register, succession)), ...flawsOf('succeedsTwice', 'succeeds', repeated(pairs))]
}

function ofSuccession(register: Register, succession: Succession): readonly RegisterFlaw[] {
  const { subject, reporter, predecessor, from } = succession
  const at = `succeeds ${subject} ${reporter}`
  const units = new Set(register.units.map(({ id }) => id))
  const subjects = new Set([...register.tasks, ...register.indicators].map(({ id }) => id))
  const { assignments, succeeds = [] } = register
  const hasDuty =
    assignments.some((one) => one.subject === subject && one.reporter === reporter) ||
    succeeds.some((one) => one.subject === subject && one.predecessor === reporter)
  return [
    ...flawsOf('unknownSubject', at, unknownOf(subjects, [subject])),
    ...flawsOf('unknownUnit', at, unknownOf(units, [reporter, predecessor])),
    ...flawsOf('succeedsOutsideYear', at, from.startsWith(`${register.year}-`) ? [] : [from]),
    ...flawsOf('succeedsWithoutDuty', at, hasDuty ? [] : [reporter]),
    ...flawsOf('succeedsInCircle', at, isInCircle(register, succession) ? [predecessor] : []),
  ]
}

/** Going back from the predecessor leads to the reporter again. */
function isInCircle(register: Register, { subject, reporter, predecessor }: Succession): boolean {
  const seen = new Set<string>()
  let unit: string | undefined = predecessor
  while (unit !== undefined && !seen.has(unit)) {
    if (unit === reporter) return true
    seen.add(unit)
    unit = predecessorOf(register, subject, unit)?.predecessor
  }
  return false
}
