import { fail, ok, type Result } from '../base/result.ts'
import { unitsOfLine, unitsOfTitle } from '../checks/lookups/sheetOwner.ts'
import { readFile } from '../grid/files/readFile.ts'
import type { Grid } from '../grid/grid.ts'
import { readSheet } from '../pipeline/readSheet.ts'
import type { SheetReading } from '../pipeline/sheetReading.ts'
import type { ReadingContext } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
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

/**
 * The same, from the grids of a file. A sheet is read as the unit's that a look at it suggests; its own tables then say whose
 * it is, and only where that is another it is read once more.
 */
export function readGrids(known: InboxKnown, grids: readonly Grid[], choices: ReadonlyMap<string, SheetChoice>): InboxFile {
  const first = grids.flatMap((grid): readonly FirstReading[] => {
    const choice = choices.get(grid.sheetName) ?? NOTHING_SAID
    const guess = choice.unit ?? likelyUnit(known.register, grid)
    const read = readAs(known, grid, guess, choice)
    return read.ok ? [{ grid, choice, guess, read: read.value }] : []
  })
  const matches = matchFile(first.map(({ grid, read }) => matchUnit(known.register, sheetClues(known.register, grid, read.tables, known))))
  const sheets = first.flatMap(({ grid, choice, guess, read }, at): InboxSheet[] => {
    const match = matches[at]
    if (match === undefined) return []
    const { sheetName } = grid
    const unit = choice.unit ?? match.unit
    if (unit === null) return [{ sheetName, match, unit, reading: null }]
    if (unit === guess) return [{ sheetName, match, unit, reading: ok(partOf(read)) }]
    const again = readAs(known, grid, unit, choice)
    return [{ sheetName, match, unit, reading: again.ok ? ok(partOf(again.value)) : again }]
  })
  return { sheets, withoutTable: grids.length - first.length }
}

/** A sheet with a table, read as the unit's that it seems to be. */
interface FirstReading {
  readonly grid: Grid
  readonly choice: SheetChoice
  readonly guess: string | null
  readonly read: SheetReading
}

const NOTHING_SAID: SheetChoice = { unit: null, corrections: [] }

const readAs = (known: InboxKnown, grid: Grid, reporter: string | null, { corrections }: SheetChoice) =>
  readSheet(grid, known.register, contextOf(known, reporter), corrections)

/** So many rows above a table are looked at for a unit's name. */
const TOP_ROWS = 4

/** A quick look at the first rows and the names, to read most sheets but once; what it says is never believed without the tables. */
function likelyUnit(register: Register, { cells, sheetName, fileName = '' }: Grid): string | null {
  const texts = cells.slice(0, TOP_ROWS).flatMap((row) => row.filter((value): value is string => typeof value === 'string'))
  const lines = texts.filter((text) => LINE.test(text)).flatMap((text) => unitsOfLine(register, text.replace(LINE, '')))
  const [unit] = [...lines, ...[...texts, fileName, sheetName].flatMap((text) => unitsOfTitle(register, text))].filter(
    ({ kind }) => kind !== 'supervision_office',
  )
  return unit?.id ?? null
}

const LINE = /^.{0,4}单位[（(]?.{0,4}[）)]?[:：]\s*/u

const contextOf = ({ register, period, today, earlier, remembered }: InboxKnown, reporter: string | null): ReadingContext => ({
  period,
  year: register.year,
  today,
  layouts: remembered,
  ...(reporter === null ? {} : { reporter, earlier: earlier.get(reporter) ?? [] }),
})

/** What goes from the worker to the page: the tables stay where they are. */
const partOf = ({ sheetName, records, findings, questions, ledgers }: SheetReading) => ({
  sheetName,
  records,
  findings,
  questions,
  ledgers,
})
