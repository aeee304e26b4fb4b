import type { SkippedRow } from '../../record/reading.ts'
import { classifyRow } from './classifyRow.ts'
import { continues } from './continuesRow.ts'
import type { RowClass } from './rowRule.ts'
import type { TableOfColumns } from './tableOfColumns.ts'

/** The rows below a table's headings by what they are; row numbers ascend. */
export interface BodyRows {
  readonly dataRows: readonly number[]
  readonly sections: ReadonlyMap<number, Section>
  readonly skipRows: readonly SkippedRow[]
}

/** A row that says what the rows below it are about. */
export type Section = RowClass & { readonly kind: 'section' }

/** So many blank rows behind a row are reported as the table's own; below that the sheet is just empty. */
const MOST_BLANKS = 1000

/** Sorts the rows below the headings, blank ones and repeated headings among them, into data, sections and what is skipped. */
export function bodyRows(table: TableOfColumns): BodyRows {
  const { headings, body, repeats, retitled } = table.layout
  const dataRows: number[] = []
  const sections = new Map<number, Section>()
  const skipRows: SkippedRow[] = [
    ...repeats.map((row): SkippedRow => ({ row, reason: 'header_repeat' })),
    ...retitled.map((row): SkippedRow => ({ row, reason: 'title' })),
  ]
  let last = headings.bottom
  for (const row of body) {
    for (let blank = last + 1; blank < row && blank - last < MOST_BLANKS; blank++) {
      if (!repeats.includes(blank) && !retitled.includes(blank)) skipRows.push({ row: blank, reason: 'blank' })
    }
    last = row
    const found = classifyRow(table, row)
    if (found.kind === 'data' && dataRows.length > 0 && continues(table, row)) skipRows.push({ row, reason: 'continuation' })
    else if (found.kind === 'data') dataRows.push(row)
    else if (found.kind === 'section') sections.set(row, found)
    else skipRows.push({ row, reason: found.reason })
  }
  return withoutLastSections({ dataRows, sections, skipRows })
}

/** What looks like a section and has no rows below it is a note: 1、数据由各县（市、区）上报 below the last row. */
function withoutLastSections({ dataRows, sections, skipRows }: BodyRows): BodyRows {
  const last = Math.max(dataRows.at(-1) ?? 0, ...skipRows.flatMap(({ row, reason }) => (IS_ROW.has(reason) ? [row] : [])))
  const below = [...sections.keys()].filter((row) => row > last)
  if (below.length === 0 || dataRows.length === 0) return { dataRows, sections, skipRows }
  return {
    dataRows,
    sections: new Map([...sections].filter(([row]) => row <= last)),
    skipRows: [...skipRows, ...below.map((row): SkippedRow => ({ row, reason: 'note' }))].sort((a, b) => a.row - b.row),
  }
}

/** Rows that are left out and belong to a section all the same. */
const IS_ROW: ReadonlySet<SkippedRow['reason']> = new Set(['total', 'subtotal', 'of_which', 'mean', 'not_applicable', 'continuation'])
