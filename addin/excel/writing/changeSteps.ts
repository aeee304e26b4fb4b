import type { CellContent } from '../../ports/cellContent.ts'
import type { RowChange, RowContents, RowInsert, SheetChanges } from '../../ports/sheetChanges.ts'
import type { Patch } from './writePatch.ts'

/** What one round trip changes: inserted rows, or rows that are there. */
export type ChangeStep =
  | { readonly kind: 'insert'; readonly insert: RowInsert }
  | { readonly kind: 'rows'; readonly rows: readonly RowChange[] }

/** Some 40 bytes a short text and half a kilobyte for a look: a request stays far below 2 MB. */
const CELLS_A_STEP = 1_000
const CHARACTERS_A_STEP = 200_000
/** Rows further apart are written as ranges of their own. */
const GAP = 3

/** The changes in steps that a request takes, in their order. */
export function changeSteps({ inserts, rows }: SheetChanges): ChangeStep[] {
  const steps: ChangeStep[] = inserts.map((insert) => ({ kind: 'insert', insert }))
  let group: RowChange[] = []
  let [cells, characters] = [0, 0]
  for (const [i, row] of rows.entries()) {
    group.push(row)
    cells += row.cells.length
    characters += row.cells.reduce((sum, { content }) => sum + String(content?.value ?? '').length, 0)
    const goesOn = row.together !== undefined && row.together === rows[i + 1]?.together
    if (goesOn || (cells < CELLS_A_STEP && characters < CHARACTERS_A_STEP)) continue
    steps.push({ kind: 'rows', rows: group })
    group = []
    ;[cells, characters] = [0, 0]
  }
  if (group.length > 0) steps.push({ kind: 'rows', rows: group })
  return steps
}

/** Contents of a row with its number. */
export type NumberedRow = RowContents & { readonly row: number }

/** The rows as rectangles of contents, in which cells that are not named are left alone. A hidden row is one by itself. */
export function patchesOf(rows: readonly NumberedRow[], hidden: ReadonlySet<number>): Patch[] {
  const patches: Patch[] = []
  let group: NumberedRow[] = []
  const close = (): void => {
    if (group.length > 0) patches.push(patchOf(group))
    group = []
  }
  for (const one of rows) {
    if (one.cells.every(({ content }) => content === undefined)) continue
    const last = group.at(-1)?.row ?? one.row
    const between = Array.from({ length: Math.min(GAP, one.row - last) }, (_, i) => last + i)
    if (one.row - last > GAP || between.some((row) => hidden.has(row)) || hidden.has(one.row)) close()
    group.push(one)
  }
  close()
  return patches
}

function patchOf(rows: readonly NumberedRow[]): Patch {
  const columns = rows.flatMap(({ cells }) => cells.flatMap(({ column, content }) => (content === undefined ? [] : [column])))
  const [left, right] = [Math.min(...columns), Math.max(...columns)]
  const first = rows[0]?.row ?? 1
  const last = rows.at(-1)?.row ?? first
  const lines = Array.from({ length: last - first + 1 }, (): (CellContent | null)[] => Array.from({ length: right - left + 1 }, () => null))
  for (const { row, cells } of rows) {
    for (const { column, content } of cells) {
      const line = lines[row - first]
      if (line && content !== undefined) line[column - left] = content
    }
  }
  return { top: first - 1, left: left - 1, lines }
}
