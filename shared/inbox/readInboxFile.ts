import { fail, ok, type Result } from '../base/result.ts'
import { readFile } from '../grid/files/readFile.ts'
import type { Grid } from '../grid/grid.ts'
import { readSheet } from '../pipeline/readSheet.ts'
import type { ReadingContext, RecognizedTable } from '../record/reading.ts'
import { recognizeTables } from '../sheet/recognizeTables.ts'
import { viewSheet } from '../sheet/view/sheetView.ts'
import type { InboxFile, InboxFileFault, InboxKnown, InboxSheet, SheetChoice } from './inboxFile.ts'
import { matchFile, matchUnit } from './matchUnit.ts'
import { sheetClues } from './sheetClues.ts'

/**
 * The whole way of a file in the inbox: bytes → grids → whose each sheet is → read as that unit's. A sheet of which nobody
 * knows whose it is waits for a person. Never throws.
 */
export async function readInboxFile(
  known: InboxKnown,
  file: { readonly name: string; readonly bytes: Uint8Array },
  choices: ReadonlyMap<string, SheetChoice> = new Map(),
): Promise<Result<InboxFile, InboxFileFault>> {
  try {
    const read = await readFile(file.bytes, file.name)
    if (!read.ok) return read
    return ok(readGrids(known, read.value.grids, choices))
  } catch (error) {
    return fail({ tag: 'bug', message: error instanceof Error ? error.message : String(error) })
  }
}

/** The same, from the grids of a file. */
export function readGrids(known: InboxKnown, grids: readonly Grid[], choices: ReadonlyMap<string, SheetChoice>): InboxFile {
  const recognized = grids.map((grid) => ({ grid, tables: tablesOf(known, grid) })).filter(({ tables }) => tables.length > 0)
  const matches = matchFile(
    recognized.map(({ grid, tables }) => matchUnit(known.register, sheetClues(known.register, grid, tables, known))),
  )
  const sheets = recognized.flatMap(({ grid }, at): InboxSheet[] => {
    const match = matches[at]
    if (match === undefined) return []
    const { unit = null, corrections = [] } = choices.get(grid.sheetName) ?? {}
    const reporter = unit ?? match.unit
    if (reporter === null) return [{ sheetName: grid.sheetName, match, unit: null, reading: null }]
    const read = readSheet(grid, known.register, contextOf(known, reporter), corrections)
    return [{ sheetName: grid.sheetName, match, unit: reporter, reading: read.ok ? ok(partOf(read.value)) : read }]
  })
  return { sheets, withoutTable: grids.length - recognized.length }
}

function tablesOf(known: InboxKnown, grid: Grid): readonly RecognizedTable[] {
  const view = viewSheet(grid)
  return view.filledRows.length === 0 ? [] : recognizeTables(view, known.register, contextOf(known, null))
}

const contextOf = ({ register, period, today, earlier, remembered }: InboxKnown, reporter: string | null): ReadingContext => ({
  period,
  year: register.year,
  today,
  layouts: remembered,
  ...(reporter === null ? {} : { reporter, earlier: earlier.get(reporter) ?? [] }),
})

type Read = Extract<ReturnType<typeof readSheet>, { ok: true }>['value']

/** What goes from the worker to the page: the tables stay where they are. */
const partOf = ({ sheetName, records, findings, questions, ledgers }: Read) => ({ sheetName, records, findings, questions, ledgers })
