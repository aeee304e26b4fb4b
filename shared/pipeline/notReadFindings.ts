import { FINDING_SEVERITY, type Finding } from '../finding/finding.ts'
import { columnOf, rowOf } from '../grid/a1.ts'
import type { NotRead } from '../sheet/tally/parsedTable.ts'

/**
 * Cells that no record took: said once a column that nobody knows, else once a row, so that nothing is dropped in
 * silence. An area that the register does not know is reported at its name (AREA_NOT_IN_REGISTER), not at each figure.
 */
export function notReadFindings(notRead: readonly NotRead[], sheet: string): readonly Finding[] {
  const reported = notRead.filter(({ reason }) => reason !== 'area_unknown')
  const groups = Map.groupBy(reported, ({ reason, cell }) => `${reason}|${reason === 'column_unknown' ? columnOf(cell) : rowOf(cell)}`)
  return [...groups.values()].flatMap((list): readonly Finding[] => {
    const [first] = list
    if (!first) return []
    const { reason, candidates } = first
    const code = reason === 'subject_ambiguous' ? 'SUBJECT_AMBIGUOUS' : 'NOT_READ'
    const cells = list.map(({ cell }) => cell)
    return [
      {
        code,
        severity: FINDING_SEVERITY[code],
        sheet,
        cell: first.cell,
        ...(cells.length > 1 ? { cells } : {}),
        params: { reason, ...(candidates ? { candidates } : {}) },
      },
    ]
  })
}
