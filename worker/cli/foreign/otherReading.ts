import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx'
import { address } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'

/** A sheet as SheetJS reads it, in the terms of a grid. */
export interface OtherSheet {
  readonly name: string
  /** Values other than blanks, by address, with the number format of each. */
  readonly cells: ReadonlyMap<string, { readonly value: CellValue; readonly format: string }>
  readonly merges: readonly string[]
  readonly hiddenRows: ReadonlySet<number>
}

/** The worksheets of a workbook of Open XML by SheetJS; throws what it throws, and where it takes the bytes for another format. */
export function otherReading(bytes: Uint8Array): readonly OtherSheet[] {
  const book = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellHTML: false, cellFormula: false })
  if (!OPEN_XML.includes(book.bookType ?? 'xlsx')) throw new Error(`taken for ${book.bookType}`)
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    // macros and dialogs have other kinds, charts no cells
    return sheet && (sheet['!type'] ?? 'sheet') === 'sheet' ? [otherSheet(name, sheet)] : []
  })
}

const OPEN_XML: readonly string[] = ['xlsx', 'xlsm']

function otherSheet(name: string, sheet: WorkSheet): OtherSheet {
  const cells = new Map<string, { value: CellValue; format: string }>()
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const value = cell && valueOfCell(cell)
      if (cell && value !== null && value !== undefined) cells.set(address(r + 1, c + 1), { value, format: String(cell.z ?? 'General') })
    })
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => `${address(s.r + 1, s.c + 1)}:${address(e.r + 1, e.c + 1)}`)
  const hiddenRows = new Set((sheet['!rows'] ?? []).flatMap((row, r) => (row?.hidden ? [r + 1] : [])))
  return { name, cells, merges, hiddenRows }
}

function valueOfCell(cell: CellObject): CellValue {
  switch (cell.t) {
    case 'z':
      return null
    case 'e':
      return cell.w ?? String(cell.v)
    default:
      return cell.v === undefined || cell.v === '' || cell.v instanceof Date ? null : cell.v
  }
}

/** The number formats that files name by number, as SheetJS has them. */
export const otherBuiltIns = (): Readonly<Record<number, string>> => SSF.get_table()
