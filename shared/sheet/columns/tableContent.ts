import { figureAndRate } from '../../quantity/figureAndRate.ts'
import type { Register } from '../../register/register.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { NAMES_SUBJECT } from '../subjects/matchWeights.ts'
import type { TableLayout } from '../tables/tableLayouts.ts'
import type { SheetView } from '../view/sheetView.ts'
import { cellKind } from './cellKind.ts'
import { BARE_FIGURE } from './cellWords.ts'
import type { CellKind, ColumnContent } from './columnContent.ts'

/** So many rows of a long table are looked at, and all of one that is not twice as long. */
const SAMPLE = 40
/** So many texts of a column are matched to the register, which is slower. */
const MATCHED = 24
/** Most steps from one number of a column to the next are by one where it counts the rows, and most cells are numbers. */
const COUNTING = 0.6

/** Looks at the first rows of a column, once; notes and totals among them weigh little. */
export function contentReader(view: SheetView, register: Register, { headings, body }: TableLayout): (column: number) => ColumnContent {
  const rows = body.slice(0, body.length > SAMPLE * 2 ? SAMPLE : SAMPLE * 2).filter((row) => {
    let filled = 0
    for (let column = headings.left; column <= headings.right; column++) if (view.value(row, column) !== null) filled++
    return filled >= 2
  })
  const contents = new Map<number, ColumnContent>()
  return (column) => {
    const content = contents.get(column) ?? contentOf(view, register, rows, column)
    contents.set(column, content)
    return content
  }
}

function contentOf(view: SheetView, register: Register, rows: readonly number[], column: number): ColumnContent {
  const kinds: Partial<Record<CellKind, number>> = {}
  const numbers: number[] = []
  let filled = 0
  let bare = 0
  for (const row of rows) {
    const value = view.value(row, column)
    const kind = cellKind(register, value, view.format(row, column))
    if (kind === undefined) continue
    filled++
    kinds[kind] = (kinds[kind] ?? 0) + 1
    const text = view.text(row, column)
    if (kind === 'quantity' && (BARE_FIGURE.test(text) || figureAndRate(text))) bare++
    if (typeof value === 'number') numbers.push(value)
    else if (/^\d{1,4}$/u.test(text)) numbers.push(Number(text))
  }
  const steps = numbers.filter((number, i) => number === (numbers[i - 1] ?? Number.NaN) + 1).length
  return {
    filled,
    kinds,
    countsUp: numbers.length > 1 && steps >= (numbers.length - 1) * COUNTING && numbers.length >= filled * COUNTING,
    bare,
    undated: numbers.filter(isNoDay).length,
  }
}

const LAST_DAY = 31
const YEARS = { first: 1990, last: 2060 }
/** Excel's serial of a day in 1982. */
const FIRST_SERIAL = 30_000

const isNoDay = (value: number): boolean =>
  Number.isInteger(value) && value > LAST_DAY && value < FIRST_SERIAL && (value < YEARS.first || value > YEARS.last)

/** How many of a column's first texts name something of the register, 0 to 1. */
export function subjectRatio(view: SheetView, register: Register, { body }: TableLayout, column: number): number {
  const texts = body
    .slice(0, MATCHED)
    .map((row) => view.text(row, column))
    .filter((text) => text.length > 2 && text.length < LONGEST_NAME && !/^[\d.,%]+$/u.test(text))
  if (texts.length === 0) return 0
  const named = texts.filter((text) => {
    const match = matchSubjects(register, text)
    return match.confidence >= NAMES_SUBJECT && (match.indicators.length > 0 || match.candidates !== undefined || match.task !== undefined)
  })
  return named.length / texts.length
}

/** A longer text reports, and names things by the way. */
const LONGEST_NAME = 200
