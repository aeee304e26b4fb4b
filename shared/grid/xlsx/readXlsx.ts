import type { Result } from '../../base/result.ts'
import { areaReference } from '../a1.ts'
import type { Grid } from '../grid.ts'
import { catching } from './catching.ts'
import type { SheetContext } from './cellValue.ts'
import { damaged, PartFault, type XlsxFault } from './fault.ts'
import { clearHidden, usedAreas } from './mergedAreas.ts'
import { numberFormats } from './numberFormats.ts'
import { openWorkbook, type SheetEntry, type XlsxWorkbook } from './openWorkbook.ts'
import { sharedStrings } from './sharedStrings.ts'
import { SheetReader } from './sheetReader.ts'

/**
 * The sheets of an .xlsx or .xlsm as grids, in the order of its tabs, hidden ones included, charts left out. Formulas give
 * their last result (0 and false too), rich text its words, dates their serial numbers, errors their text; every column that
 * holds a value is read. A fault says what the bytes are instead; never throws on bad bytes.
 */
export function readXlsx(bytes: Uint8Array): Result<readonly Grid[], XlsxFault> {
  const workbook = openWorkbook(bytes)
  return workbook.ok ? catching(() => gridsOf(workbook.value)) : workbook
}

/** The grids of a workbook that is open already. Throws PartFault. */
export function gridsOf(workbook: XlsxWorkbook): readonly Grid[] {
  const { files } = workbook
  const worksheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet')
  if (worksheets.length === 0) throw new PartFault({ tag: 'noSheet' })
  const textOf = (part: string | undefined) => (part === undefined ? undefined : files.text(part))
  const context: SheetContext = {
    strings: sharedStrings(textOf(workbook.sharedStrings), workbook.sharedStrings ?? ''),
    formats: numberFormats(textOf(workbook.styles)),
    date1904: workbook.date1904,
  }
  const isThere = ({ part = '' }: SheetEntry): boolean => files.has(part)
  if (!worksheets.some(isThere)) throw damaged(worksheets[0]?.part ?? '')
  return worksheets.map((sheet) => gridOf(sheet, textOf(sheet.part), context))
}

/** A tab whose part the file lacks is a sheet without cells, as other programs open it; there is nothing that could be read. */
function gridOf({ name, part = '' }: SheetEntry, text = '', context: SheetContext): Grid {
  const sheet = new SheetReader(text, part, context).read()
  const areas = usedAreas(sheet.merges, sheet.cells)
  clearHidden(sheet, areas)
  return {
    ...sheet,
    sheetName: name,
    texts: {},
    merges: areas.map(areaReference),
    date1904: context.date1904,
  }
}
