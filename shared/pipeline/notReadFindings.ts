import { FINDING_SEVERITY, type Finding, type FindingCode } from '../finding/finding.ts'
import { columnOf, rowOf } from '../grid/a1.ts'
import type { NotRead } from '../sheet/tally/parsedTable.ts'

/**
 * Cells that no record took: reported once for a column that nobody knows or whose figures another column has, else once for
 * a row, so that nothing is dropped in silence. An area that the register does not know is reported at its name
 * (AREA_NOT_IN_REGISTER), not at each figure. A column that nobody knows is a note where it holds no figure of the work. A second column of money (续建, 新建) is a note: a table may have several.
 */
export function notReadFindings(notRead: readonly NotRead[], sheet: string): readonly Finding[] {
  const reported = notRead.filter(({ reason }) => reason !== 'area_unknown')
  const groups = Map.groupBy(reported, groupOf)
  return [...groups.values()].flatMap((list): readonly Finding[] => {
    const [first] = list
    if (!first) return []
    const code = CODES[first.reason] ?? 'NOT_READ'
    const isNote = first.taken?.isMoney || list.every(({ isNoFigure }) => isNoFigure)
    const severity = isNote ? 'info' : FINDING_SEVERITY[code]
    const cells = list.map(({ cell }) => cell)
    return [{ code, severity, sheet, cell: first.cell, ...(cells.length > 1 ? { cells } : {}), params: paramsOf(first, cells.length) }]
  })
}

/** The findings of cells that are reported for more than that they were not understood. */
const CODES: Readonly<Partial<Record<NotRead['reason'], FindingCode>>> = {
  subject_ambiguous: 'SUBJECT_AMBIGUOUS',
  figure_twice: 'FIGURE_TWICE',
}

function paramsOf({ reason, candidates, taken }: NotRead, count: number): Finding['params'] {
  if (taken !== undefined) return { taken: taken.cell, ...(count > 1 ? { count } : {}) }
  return { reason, ...(candidates ? { candidates } : {}) }
}

/** Reasons that a whole column shares. */
const OF_COLUMNS: ReadonlySet<NotRead['reason']> = new Set(['column_unknown', 'text_subject_unknown'])

function groupOf({ reason, cell, taken }: NotRead): string {
  if (taken !== undefined) return `${reason}|${columnOf(cell)}|${columnOf(taken.cell)}`
  return `${reason}|${OF_COLUMNS.has(reason) ? columnOf(cell) : rowOf(cell)}`
}
