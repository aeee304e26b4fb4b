import type { Batch } from '../host/runOnWorkbook.ts'

/** The properties by which a sheet is known to be ours, whatever it is called: its wanted name, and what is remembered of it. */
export const OURS = 'livelihood-sheet'
export const MEMORY = 'livelihood-memory'
/** Of a sheet that is not finished: its wanted name, and how many of its rows are written. */
const UNFINISHED = 'livelihood-unfinished'

/** A sheet of the workbook, with what our properties say of it; null where they say nothing. */
export interface SheetRecord {
  readonly sheet: Excel.Worksheet
  readonly name: string
  readonly ours: string | null
  readonly memory: string | null
  readonly unfinished: Unfinished | null
  readonly protected: boolean
}

/** How far a sheet is that was begun under another name than it is to have. */
export interface Unfinished {
  readonly wanted: string
  readonly rows: number
}

/** Every sheet of the workbook with its marks, and whether sheets can be added. */
export async function readSheetRecords({
  context,
  sync,
}: Batch): Promise<{ readonly sheets: readonly SheetRecord[]; readonly closed: boolean }> {
  const { worksheets, protection } = context.workbook
  worksheets.load('name')
  protection.load('protected')
  await sync()
  const asked = worksheets.items.map((sheet) => {
    sheet.protection.load('protected')
    const property = (key: string) => sheet.customProperties.getItemOrNullObject(key).load('value')
    return { sheet, ours: property(OURS), memory: property(MEMORY), unfinished: property(UNFINISHED) }
  })
  await sync()
  return {
    closed: protection.protected,
    sheets: asked.map(({ sheet, ours, memory, unfinished }) => ({
      sheet,
      name: sheet.name,
      ours: textOf(ours),
      memory: textOf(memory),
      unfinished: parseUnfinished(textOf(unfinished)),
      protected: sheet.protection.protected,
    })),
  }
}

/** Notes how many rows of a sheet are written. Queues; syncs nothing. */
export const noteProgress = (sheet: Excel.Worksheet, { wanted, rows }: Unfinished): void =>
  void sheet.customProperties.add(UNFINISHED, `${rows} ${wanted}`)

/** The sheet is finished and ours. Queues; syncs nothing. */
export function noteFinished(sheet: Excel.Worksheet, wanted: string, memory: string | undefined): void {
  sheet.customProperties.add(OURS, wanted)
  if (memory !== undefined) sheet.customProperties.add(MEMORY, memory)
  sheet.customProperties.getItemOrNullObject(UNFINISHED).delete()
}

const textOf = (property: Excel.WorksheetCustomProperty): string | null => (property.isNullObject ? null : String(property.value))

function parseUnfinished(value: string | null): Unfinished | null {
  const [, rows, wanted] = /^(\d+) (.*)$/s.exec(value ?? '') ?? []
  return rows === undefined || wanted === undefined ? null : { wanted, rows: Number(rows) }
}
