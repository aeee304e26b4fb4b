import type { CityFigures, Gap } from '../wire/consolidation.ts'
import type { CityRows } from './cityRows.ts'
import { isAnswered, isDue, reportedOf } from './reported.ts'

/**
 * For each unit that must report: what it must, what it has, and what is missing, in the register's order; `lastAt` is of
 * the latest row of the unit, of whatever subject.
 */
export function reporterStatus(rows: CityRows): CityFigures['reporters'] {
  const due = dueOf(rows)
  return rows.register.units.flatMap(({ id, name }) => {
    const asked = due.get(id)
    if (!asked) return []
    const missing = asked
      .map((one): Gap => ({ ...one, reported: reportedOf(rows, { reporter: id, ...one }) }))
      .filter(({ reported }) => !isAnswered(reported))
    const lastAt = rows.index.lastAt.get(id) ?? null
    return [{ reporter: id, name, required: asked.length, reported: asked.length - missing.length, missing, lastAt }]
  })
}

type Asked = Pick<Gap, 'subject' | 'area'>

/** What each unit must report: a subject once for each of its areas. */
function dueOf(rows: CityRows): ReadonlyMap<string, readonly Asked[]> {
  const due = new Map<string, Asked[]>()
  for (const assignment of rows.register.assignments) {
    const { reporter, subject } = assignment
    const areas = assignment.areas.filter((area) => isDue(rows, assignment, area))
    if (areas.length === 0) continue
    due.set(reporter, [...(due.get(reporter) ?? []), ...areas.map((area) => ({ subject, area }))])
  }
  return due
}
