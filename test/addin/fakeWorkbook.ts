import type { OwnSheet, SheetChanges } from '../../addin/ports/sheetChanges.ts'
import type { SheetCopy } from '../../addin/ports/sheetCopy.ts'
import type { SheetDocument } from '../../addin/ports/sheetDocument.ts'
import type { CellMark, Workbook } from '../../addin/ports/workbook.ts'
import { ok } from '../../shared/base/result.ts'
import type { Grid } from '../../shared/grid/grid.ts'

export function fakeWorkbook(first: Grid) {
  let grid = first
  const marks: CellMark[][] = []
  /** What was to be unmarked; null is every sheet. */
  const unmarked: (string | null)[] = []
  const selected: string[] = []
  const written: SheetDocument[] = []
  const changed: SheetChanges[] = []
  const copied: SheetCopy[] = []
  let ownSheet: OwnSheet | null = null
  /** Names of sheets of the person's own: ours takes the next one. */
  const ownSheets = new Set<string>()
  const listeners = new Set<(sheet: string) => void>()
  let opens = false
  const workbook: Workbook = {
    capabilities: { supported: true, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: true },
    readActiveSheet: async () => ok(grid),
    readSheet: async () => ok(grid),
    select: async (_sheet, cell) => ok(void selected.push(cell)),
    mark: async (_sheet, all, isWanted = () => true) => ok(void (isWanted() && marks.push([...all]))),
    unmark: async (sheet) => {
      unmarked.push(sheet)
      const had = (marks.at(-1)?.length ?? 0) > 0
      marks.push([])
      return ok({ sheets: had ? [sheet ?? grid.sheetName] : [], protected: [], unread: 0 })
    },
    readOwnSheet: async () => ok(ownSheet),
    changeSheet: async (changes) => {
      changed.push(changes)
      return ok({ name: changes.sheet, untaken: [] })
    },
    writeSheet: async (sheet) => {
      written.push(sheet)
      return ok(ownSheets.has(sheet.name) ? `${sheet.name} (2)` : sheet.name)
    },
    copySheet: async (copy) => {
      copied.push(copy)
      return ok(ownSheets.has(copy.name) ? `${copy.name} (2)` : copy.name)
    },
    onEdited: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onActivated: () => () => undefined,
    onDeleted: () => () => undefined,
    opensPane: () => opens,
    setOpensPane: async (on) => {
      opens = on
      return ok(undefined)
    },
  }
  return {
    workbook,
    marks,
    unmarked,
    selected,
    written,
    changed,
    copied,
    ownSheets,
    /** What an earlier sheet of ours holds now. */
    findOwnSheet(sheet: OwnSheet) {
      ownSheet = sheet
    },
    edit(change: (cells: (string | number | boolean | null)[][]) => void) {
      const cells = grid.cells.map((row) => [...row])
      change(cells)
      grid = { ...grid, cells }
      for (const listener of listeners) listener(grid.sheetName)
    },
  }
}
