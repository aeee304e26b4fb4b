import { address } from '../../grid/a1.ts'
import type { Register } from '../../register/register.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { TableLayout } from '../tables/tableLayouts.ts'
import type { SheetView } from '../view/sheetView.ts'
import { BARE, type CellKind, type ColumnContent, cellKind } from './columnContent.ts'

const SAMPLE = 40

/** Looks at the first rows of a column; notes and totals among them weigh little. */
export function contentReader(view: SheetView, register: Register, { headings, body }: TableLayout): (column: number) => ColumnContent {
  const rows = body.length > SAMPLE * 2 ? body.slice(0, SAMPLE) : body.slice(0, SAMPLE * 2)
  const read = rows.filter((row) => {
    let filled = 0
    for (let column = headings.left; column <= headings.right; column++) if (view.value(row, column) !== null) filled++
    return filled >= 2
  })
  return (column) => {
    const kinds: Partial<Record<CellKind, number>> = {}
    let filled = 0
    let fractions = 0
    let steps = 0
    let numbers = 0
    let bare = 0
    let previous: number | undefined
    for (const row of read) {
      const value = view.value(row, column)
      const kind = cellKind(register, value, view.grid.formats[address(row, column)])
      if (kind === undefined) continue
      filled++
      kinds[kind] = (kinds[kind] ?? 0) + 1
      if (kind === 'quantity' && BARE.test(view.text(row, column))) bare++
      const number =
        typeof value === 'number' ? value : /^\d{1,4}$/u.test(view.text(row, column)) ? Number(view.text(row, column)) : undefined
      if (number === undefined) continue
      numbers++
      if (number > 0 && number < 1) fractions++
      if (previous !== undefined && number === previous + 1) steps++
      previous = number
    }
    return {
      filled,
      kinds,
      countsUp: numbers >= 1 && steps >= (numbers - 1) * 0.6 && numbers >= filled * 0.6 && numbers > 1,
      fractions,
      bare,
    }
  }
}

/** How many of a column's first texts name something of the register. */
export function subjectShare(view: SheetView, register: Register, { body }: TableLayout, column: number): number {
  const texts = body
    .slice(0, 24)
    .map((row) => view.text(row, column))
    .filter((text) => text.length > 2 && text.length < 200 && !/^[\d.,%]+$/u.test(text))
  if (texts.length === 0) return 0
  const named = texts.filter((text) => {
    const match = matchSubjects(register, text)
    return match.confidence >= 0.6 && (match.indicators.length > 0 || match.candidates !== undefined || match.task !== undefined)
  })
  return named.length / texts.length
}
