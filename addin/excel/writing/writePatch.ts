import type { CellContent } from '../../ports/cellContent.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'

/** A rectangle of a sheet, of which some cells are written: the others (null) stay whatever they are. Counted from 0. */
export interface Patch {
  readonly top: number
  readonly left: number
  readonly lines: readonly (readonly (CellContent | null)[])[]
}

/** Some 8 bytes a number and 40 a short Chinese text: a request stays far below 2 MB. */
const CHARACTERS_A_WRITE = 200_000
const ROWS_A_WRITE = 2_000

/**
 * Writes patches and reads them again, in one round trip. Cells that did not take what they were given and hold nothing are
 * answered, by row and column from 0: they lie under somebody's merge. Where Excel made anything else of a content, such
 * cells are emptied and the job stops.
 */
export async function writePatches(
  sheet: Excel.Worksheet,
  patches: readonly Patch[],
  batch: Batch,
): Promise<readonly (readonly [number, number])[]> {
  const written = patches.map((patch) => ({ patch, range: queuePatch(sheet, patch, batch) }))
  await batch.sync()
  const spoilt = written.filter(({ patch, range }) => restoreApostrophes(range, patch))
  for (const { range } of spoilt) range.load('values,formulas')
  if (spoilt.length > 0) await batch.sync()
  const outcomes = written.map(({ patch, range }) => settlePatch(range, patch))
  if (outcomes.some(({ emptied }) => emptied)) {
    await batch.sync()
    throw new WorkbookStop({ tag: 'notAsWritten' })
  }
  return outcomes.flatMap(({ untaken }) => untaken)
}

function queuePatch(sheet: Excel.Worksheet, { top, left, lines }: Patch, { context }: Batch): Excel.Range {
  const range = sheet.getRangeByIndexes(top, left, lines.length, lines[0]?.length ?? 0)
  // Formulas elsewhere that refer to this sheet would be computed at each piece.
  context.application.suspendApiCalculationUntilNextSync()
  context.application.suspendScreenUpdatingUntilNextSync()
  // The format goes first: under "@" a text stays a text, whatever it looks like.
  range.numberFormat = lines.map((line) => line.map((content) => content?.numberFormat ?? null))
  range.values = lines.map((line) => line.map((content) => content?.value ?? null))
  range.load('values,formulas')
  return range
}

/** Excel can take a leading apostrophe for a sign that text follows, and drop it: a second one saves it. */
function restoreApostrophes(range: Excel.Range, { lines }: Patch): boolean {
  let lost = false
  for (const [i, line] of lines.entries()) {
    for (const [j, content] of line.entries()) {
      const value = content?.value
      if (typeof value !== 'string' || !value.startsWith("'") || range.values[i]?.[j] !== value.slice(1)) continue
      range.getCell(i, j).values = [[`'${value}`]]
      lost = true
    }
  }
  return lost
}

/** Queues the emptying of cells that hold anything else than what they were given. */
function settlePatch(range: Excel.Range, { top, left, lines }: Patch): { untaken: (readonly [number, number])[]; emptied: boolean } {
  const untaken: (readonly [number, number])[] = []
  let emptied = false
  for (const [i, line] of lines.entries()) {
    for (const [j, content] of line.entries()) {
      const [held, formula] = [range.values[i]?.[j], range.formulas[i]?.[j]]
      if (content === null || isAsWritten(content, held, formula)) continue
      if (formula === '') untaken.push([top + i, left + j])
      else {
        range.getCell(i, j).values = [['']]
        emptied = true
      }
    }
  }
  return { untaken, emptied }
}

/** The cell holds its text or number as it is, and no formula. */
export function isAsWritten({ value }: CellContent, held: unknown, formula: unknown): boolean {
  const same = typeof value === 'number' ? typeof held === 'number' && Math.abs(held - value) <= Math.abs(value) * 1e-14 : held === value
  return same && (formula === held || String(formula) === String(held))
}

/** Lines in pieces that a request takes, with the number of the first line of each. */
export function* pieces<T extends readonly (CellContent | null)[]>(contents: readonly T[]): Generator<{ start: number; lines: T[] }> {
  let lines: T[] = []
  let size = 0
  for (const [i, line] of contents.entries()) {
    lines.push(line)
    size += line.reduce((sum, content) => sum + String(content?.value ?? '').length + 4, 0)
    if (size < CHARACTERS_A_WRITE && lines.length < ROWS_A_WRITE && i < contents.length - 1) continue
    yield { start: i - lines.length + 1, lines }
    lines = []
    size = 0
  }
}
