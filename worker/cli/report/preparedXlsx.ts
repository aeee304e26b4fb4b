import { strToU8, zipSync } from 'fflate'
import type { Result } from '../../../shared/base/result.ts'
import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { withFixedDay } from '../../../shared/grid/workbook/fixedZip.ts'
import { catching } from '../../../shared/grid/xlsx/catching.ts'
import { damaged, type XlsxFault } from '../../../shared/grid/xlsx/fault.ts'
import { openWorkbook, type XlsxWorkbook } from '../../../shared/grid/xlsx/openWorkbook.ts'
import { neededText } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import type { PrefilledSheet } from '../../../shared/report/prefill/prefillSheet.ts'
import { type CellChange, changedSheet } from './changedSheet.ts'
import { computedOnLoad } from './computedOnLoad.ts'
import { StyleCopies } from './styleCopies.ts'

/**
 * A unit's own file with one sheet prepared for the next period: only the cells that change are touched, so that widths, heights,
 * colours, frames, merges, formulas, charts and the other sheets stay. Figures are numbers, also where the cell was made for
 * texts; last period's are grey and slanted until somebody types over them.
 */
export function preparedXlsx(file: Uint8Array, before: Grid, prepared: PrefilledSheet): Result<Uint8Array, XlsxFault> {
  const opened = openWorkbook(file)
  return opened.ok ? catching(() => patched(opened.value, before, prepared)) : opened
}

function patched({ files, part, sheets, styles }: XlsxWorkbook, before: Grid, prepared: PrefilledSheet): Uint8Array {
  const sheet = sheets.find(({ name }) => name === before.sheetName)?.part
  if (sheet === undefined) throw damaged('')
  const copies = new StyleCopies((styles === undefined ? undefined : files.text(styles)) ?? '')
  const content = changedSheet(neededText(files, sheet), changesOf(before, prepared), (style, { value, isCarried }) =>
    copies.id(style, { isCarried, isNumber: typeof value === 'number' }),
  )
  const changed = new Map([
    [sheet, content],
    // formulas have last period's results: Excel computes them when it opens the file
    [part, computedOnLoad(neededText(files, part))],
    ...(styles === undefined ? [] : [[styles, copies.xml()] as const]),
  ])
  const texts = new Map([...changed].map(([path, text]) => [files.entry(path), text]))
  const parts = files.entries.map((entry) => {
    const text = texts.get(entry)
    return [entry.name, text === undefined ? (files.bytes(entry.name) ?? new Uint8Array()) : strToU8(text)] as const
  })
  return withFixedDay(zipSync(Object.fromEntries(parts), { level: 6 }))
}

/** What each cell of the prepared sheet holds that is not what it held, by row and column, both from 1. */
function changesOf(before: Grid, { grid, carried }: PrefilledSheet): ReadonlyMap<number, ReadonlyMap<number, CellChange>> {
  const isCarried = new Set(carried)
  const changes = new Map<number, Map<number, CellChange>>()
  grid.cells.forEach((row, r) => {
    row.forEach((value: CellValue, c) => {
      const at = address(r + 1, c + 1)
      if (value === (before.cells[r]?.[c] ?? null) && !isCarried.has(at)) return
      const ofRow = changes.get(r + 1) ?? new Map<number, CellChange>()
      changes.set(r + 1, ofRow.set(c + 1, { value, isCarried: isCarried.has(at) }))
    })
  })
  return changes
}
