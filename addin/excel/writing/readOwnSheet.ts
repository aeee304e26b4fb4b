import type { FoundCell, OwnSheet } from '../../ports/sheetChanges.ts'
import { sheetNames } from '../../sheetForm/sheetNames.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { readSheetRecords, type SheetRecord } from './ownSheets.ts'

/** Values, formulas and formats of so many cells stay far below 5 MB. */
const CELLS_A_READ = 20_000
/** Nobody types further to the right than that. */
const MOST_COLUMNS = 256

/**
 * The sheet of ours that was written under this name, as it is now. One that a person gave another name is theirs, and of
 * copies the first of the names that such a sheet can have is ours.
 */
export async function readOwnSheet(wanted: string, batch: Batch): Promise<OwnSheet | null> {
  const { sheets } = await readSheetRecords(batch)
  const record = findOwn(wanted, sheets)
  if (!record) return null
  if (record.protected) throw new WorkbookStop({ tag: 'protected', sheet: record.name })
  return { name: record.name, memory: record.memory, cells: await readAll(record.sheet, batch) }
}

function findOwn(wanted: string, sheets: readonly SheetRecord[]): SheetRecord | undefined {
  for (const name of sheetNames(wanted)) {
    const record = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (record?.ours === wanted && record.unfinished === null) return record
  }
  return undefined
}

async function readAll(sheet: Excel.Worksheet, { sync }: Batch): Promise<FoundCell[][]> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount,columnIndex,columnCount')
  await sync()
  if (used.isNullObject) return []
  const rows = used.rowIndex + used.rowCount
  const width = Math.min(MOST_COLUMNS, used.columnIndex + used.columnCount)
  const step = Math.max(1, Math.floor(CELLS_A_READ / width))
  const cells: FoundCell[][] = []
  for (let top = 0; top < rows; top += step) {
    const range = sheet.getRangeByIndexes(top, 0, Math.min(step, rows - top), width).load('values,formulas,numberFormat')
    await sync()
    for (const [i, line] of range.values.entries()) {
      cells.push(line.map((value, j) => foundCell(value, range.formulas[i]?.[j], range.numberFormat[i]?.[j])))
    }
  }
  return cells
}

/** A text that begins with "=" is its own formula; a formula differs from what it gives. */
function foundCell(value: unknown, formula: unknown, numberFormat: unknown): FoundCell {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value
  const held = isFormula ? formula : value
  return {
    held: typeof held === 'number' || typeof held === 'boolean' ? held : String(held ?? ''),
    formula: isFormula,
    numberFormat: String(numberFormat ?? 'General'),
  }
}
