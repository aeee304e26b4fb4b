import type { Assignment, Register } from './register.ts'
import { flawsOf, type RegisterFlaw, repeated, unknownOf } from './registerFlaw.ts'

/** Of record: exactly one reporter for each indicator and area, and county rows or a city row, never both. */
export function checkAssignments(register: Register): readonly RegisterFlaw[] {
  const subjects = [...register.tasks, ...register.indicators].map(({ id }) => id)
  const bySubject = Map.groupBy(register.assignments, ({ subject }) => subject)
  const known = {
    subjects: new Set(subjects),
    areas: new Set(register.areas.map(({ code }) => code)),
    units: new Map(register.units.map((unit) => [unit.id, unit])),
  }
  return [
    ...register.assignments.flatMap((assignment) => danglingNames(assignment, known)),
    ...subjects.flatMap((id) => contradictions(id, bySubject.get(id) ?? [], register.city)),
  ]
}

interface KnownNames {
  readonly subjects: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
  readonly units: ReadonlyMap<string, Register['units'][number]>
}

/** Names of one assignment that the register does not know, and counties that a county government does not answer for. */
function danglingNames({ subject, reporter, areas }: Assignment, known: KnownNames): readonly RegisterFlaw[] {
  const at = `assignment ${subject} ${reporter}`
  const unit = known.units.get(reporter)
  return [
    ...flawsOf('unknownSubject', at, unknownOf(known.subjects, [subject])),
    ...flawsOf('unknownUnit', at, unit ? [] : [reporter]),
    ...areas.flatMap((area) => [
      ...flawsOf('unknownArea', at, unknownOf(known.areas, [area])),
      ...flawsOf('countyOutsideScope', at, unit?.area && unit.area !== area ? [area] : []),
    ]),
  ]
}

/** What the assignments of one subject say against each other. */
function contradictions(subject: string, assignments: readonly Assignment[], city: string): readonly RegisterFlaw[] {
  const at = `subject ${subject}`
  const record = assignments.filter(({ ofRecord }) => ofRecord)
  const areas = record.flatMap((assignment) => assignment.areas)
  const levels = new Set(areas.map((area) => (area === city ? 'city' : 'county')))
  const pairs = assignments.flatMap((assignment) => assignment.areas.map((area) => `${assignment.reporter} ${area}`))
  return [
    ...flawsOf('reporterMissing', at, record.length === 0 ? [subject] : []),
    ...flawsOf('reporterTwice', at, repeated(areas)),
    ...flawsOf('levelsMixed', at, levels.size > 1 ? [subject] : []),
    ...flawsOf('assignedTwice', at, repeated(pairs)),
  ]
}
