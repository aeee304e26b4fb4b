import type { Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { RecordIndex } from './recordIndex.ts'

/**
 * For each unit that must report: what it must, what it has, and what is missing, in the register's order. Milestones
 * and narratives have no figure: the text that the same unit gives on their task reports them too.
 */
export function reporterStatus(register: Register, index: RecordIndex): CityFigures['reporters'] {
  const due = new Map<string, { subject: string; area: string }[]>()
  for (const assignment of register.assignments) {
    if (!assignment.required) continue
    const own = due.get(assignment.reporter) ?? []
    due.set(assignment.reporter, own)
    for (const area of assignment.areas) own.push({ subject: assignment.subject, area })
  }
  const told = new Map(
    register.indicators
      .filter((indicator) => indicator.kind === 'milestone' || indicator.kind === 'narrative')
      .map((indicator) => [indicator.id, indicator.taskId]),
  )
  return register.units.flatMap((unit) => {
    const subjects = due.get(unit.id)
    if (!subjects) return []
    const missing: { subject: string; area: string }[] = []
    let lastAt: string | null = null
    for (const pair of subjects) {
      const task = told.get(pair.subject)
      const rows = [...index.rows(unit.id, pair.subject, pair.area), ...(task === undefined ? [] : index.rows(unit.id, task, pair.area))]
      for (const row of rows) if (lastAt === null || row.at > lastAt) lastAt = row.at
      if (!rows.some((row) => Object.keys(row.values).length > 0)) missing.push(pair)
    }
    return [{ reporter: unit.id, name: unit.name, required: subjects.length, reported: subjects.length - missing.length, missing, lastAt }]
  })
}
