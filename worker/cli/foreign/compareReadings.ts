import { address, areaReference } from '../../../shared/grid/a1.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import { usedAreas } from '../../../shared/grid/xlsx/mergedAreas.ts'
import { BUILT_IN } from '../../../shared/grid/xlsx/numberFormats.ts'
import type { Comparison, Difference } from './examination.ts'
import type { OtherSheet } from './otherReading.ts'

/** What a comparison needs of the other library: its sheets, and which formats it knows by number. */
export interface Other {
  readonly sheets: readonly OtherSheet[]
  readonly builtIns: Readonly<Record<number, string>>
}

/** Cell by cell where two readings of one workbook differ: sheets, values, number formats, merged areas, hidden rows. */
export function compareReadings(grids: readonly Grid[], { sheets, builtIns }: Other): Comparison {
  const differences: Difference[] = []
  const add = (kind: Difference['kind'], at: string, [ours, theirs]: readonly [unknown, unknown]): void => {
    differences.push({ kind, at, ours: shown(ours), theirs: shown(theirs) })
  }
  const names = (all: readonly string[]): string => all.join(', ')
  const [ours, theirs] = [names(grids.map(({ sheetName }) => sheetName)), names(sheets.map(({ name }) => name))]
  if (ours !== theirs) add('sheet', '', [ours, theirs])
  let cells = 0
  for (const grid of grids) {
    const sheet = sheets.find(({ name }) => name === grid.sheetName)
    if (!sheet) continue
    cells += compareCells(grid, sheet, { builtIns, add })
    compareMerges(grid, sheet, add)
    compareHiddenRows(grid, sheet, add)
  }
  return { cells, theirs: sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0), differences }
}

type Add = (kind: Difference['kind'], at: string, pair: readonly [unknown, unknown]) => void

/** How many cells of ours were compared. */
function compareCells(
  grid: Grid,
  sheet: OtherSheet,
  { builtIns, add }: { readonly builtIns: Other['builtIns']; readonly add: Add },
): number {
  const left = new Set(sheet.cells.keys())
  const inMerges = hiddenByMerges(grid, sheet)
  let count = 0
  grid.cells.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null) return
      count++
      const at = address(r + 1, c + 1)
      const other = sheet.cells.get(at)
      left.delete(at)
      if (value !== other?.value) add('value', `${sheet.name}!${at}`, [value, other?.value])
      if (!other) return
      const format = grid.formats[at] ?? 'General'
      if (typeof value === 'number' && !isSameFormat(format, other.format, builtIns))
        add('format', `${sheet.name}!${at}`, [format, other.format])
    })
  })
  for (const at of left) if (!inMerges(at)) add('value', `${sheet.name}!${at}`, [null, sheet.cells.get(at)?.value])
  return count
}

/** The other library leaves the values in that a merged area hides. */
function hiddenByMerges(grid: Grid, sheet: OtherSheet): (at: string) => boolean {
  const hidden = new Set<string>()
  const rows = grid.cells.length
  for (const { top, left, bottom, right } of usedAreas(sheet.merges, grid.cells)) {
    for (let row = top; row <= Math.min(bottom, rows); row++) {
      for (let column = left; column <= right; column++) if (row > top || column > left) hidden.add(address(row, column))
    }
  }
  return (at) => hidden.has(at)
}

/** Formats that files name by number read differently in each language of Excel: the same number is the same format. */
function isSameFormat(ours: string, theirs: string, builtIns: Other['builtIns']): boolean {
  if (ours.toLowerCase() === theirs.toLowerCase()) return true
  return Object.entries(BUILT_IN).some(([id, format]) => format === ours && (builtIns[Number(id)] ?? 'General') === theirs)
}

function compareMerges(grid: Grid, sheet: OtherSheet, add: Add): void {
  const ours = new Set(grid.merges)
  const theirs = new Set(usedAreas(sheet.merges, grid.cells).map(areaReference))
  for (const area of ours) if (!theirs.has(area)) add('merge', sheet.name, [area, undefined])
  for (const area of theirs) if (!ours.has(area)) add('merge', sheet.name, [undefined, area])
}

function compareHiddenRows(grid: Grid, sheet: OtherSheet, add: Add): void {
  const ours = new Set(grid.hiddenRows)
  grid.cells.forEach((values, r) => {
    if (values.length === 0 || ours.has(r + 1) === sheet.hiddenRows.has(r + 1)) return
    add('hiddenRow', `${sheet.name}!${r + 1}`, [ours.has(r + 1), sheet.hiddenRows.has(r + 1)])
  })
}

const shown = (value: unknown): string => (value === undefined || value === null ? '' : JSON.stringify(value))
