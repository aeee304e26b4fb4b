import type { Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { RowIndex } from './rowIndex.ts'

type Subject = CityFigures['reporters'][number]['missing'][number]

/**
 * For each unit that must report: what it must, what it has, and what is missing, in the register's order. A row that only
 * names its target reports nothing; `lastAt` is of the latest row of the unit, of whatever subject. Milestones
 * and narratives have no figure: the text that the same unit gives on their task reports them too.
 */
export function reporterStatus(register: Register, index: RowIndex): CityFigures['reporters'] {
  const due = requiredSubjects(register)
  const inWords = register.indicators.filter(({ kind }) => kind === 'milestone' || kind === 'narrative')
  const taskOf = new Map(inWords.map(({ id, taskId }) => [id, taskId]))
  const rowsAbout = (reporter: string, { subject, area }: Subject) => {
    const task = taskOf.get(subject)
    return [...index.rows(reporter, subject, area), ...(task === undefined ? [] : index.rows(reporter, task, area))]
  }
  return register.units.flatMap(({ id, name }) => {
    const subjects = due.get(id)
    if (!subjects) return []
    const missing: Subject[] = []
    for (const subject of subjects) {
      const rows = rowsAbout(id, subject)
      if (!rows.some(({ reports }) => reports)) missing.push(subject)
    }
    return [
      {
        reporter: id,
        name,
        required: subjects.length,
        reported: subjects.length - missing.length,
        missing,
        lastAt: index.lastAt.get(id) ?? null,
      },
    ]
  })
}

/** What each unit must report: a subject once for each of its areas. */
function requiredSubjects(register: Register): ReadonlyMap<string, readonly Subject[]> {
  const due = new Map<string, Subject[]>()
  for (const { required, reporter, subject, areas } of register.assignments) {
    if (!required) continue
    const own = due.get(reporter) ?? []
    due.set(reporter, own)
    for (const area of areas) own.push({ subject, area })
  }
  return due
}
